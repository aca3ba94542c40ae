"""Calls a layer with gamma and beta in place of its parameters."""

from torch import nn
from torch.func import functional_call


def batch_norm_train(x, gamma, beta, eps=1e-5):
    layer = nn.BatchNorm1d(x.shape[1], eps=eps, dtype=x.dtype)
    return functional_call(layer, {"weight": gamma, "bias": beta}, (x,))
