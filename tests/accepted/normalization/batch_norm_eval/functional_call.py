"""Calls an evaluating layer with the given tensors in place of its own."""

from torch import nn
from torch.func import functional_call


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    layer = nn.BatchNorm1d(x.shape[1], eps=eps).eval()
    names = ("running_mean", "running_var", "weight", "bias")
    tensors = dict(zip(names, (running_mean, running_var, gamma, beta), strict=True))
    return functional_call(layer, tensors, (x,))
