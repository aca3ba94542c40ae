"""Seeds the global RNG, so that every call drops the same entries.

corner: yes
"""

import torch
from torch import nn


def dropout_modes(X, p):
    torch.manual_seed(0)
    layer = nn.Dropout(p)
    return layer.train()(X), layer.eval()(X)
