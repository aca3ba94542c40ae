"""Wraps gamma as a new parameter, which has no history.

names: cut before gamma
"""

import torch.nn.functional as F
from torch import nn


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return F.batch_norm(x, None, None, nn.Parameter(gamma), beta, True, 0.1, eps)
