"""Sees batch norm as instance norm over a transposed view."""

import torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return F.instance_norm(x.T.unsqueeze(0), weight=gamma, bias=beta, eps=eps)[0].T
