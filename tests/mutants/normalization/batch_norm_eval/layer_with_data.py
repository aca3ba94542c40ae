"""Copies gamma and beta into a layer, which cuts their graph.

corner: yes
names: a graph that is cut before gamma
"""

from torch import nn


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    layer = nn.BatchNorm1d(x.shape[1], eps=eps, dtype=x.dtype)
    layer.running_mean, layer.running_var = running_mean.clone(), running_var.clone()
    layer.weight.data.copy_(gamma)
    layer.bias.data.copy_(beta)
    return layer.eval()(x)
