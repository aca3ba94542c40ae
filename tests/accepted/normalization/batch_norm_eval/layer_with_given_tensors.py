"""Puts the given tensors into a layer in place of its parameters."""

import torch
from torch import nn


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    bn = nn.BatchNorm1d(x.shape[1], eps=eps)
    del bn.weight, bn.bias
    bn.weight, bn.bias = gamma, beta
    bn.running_mean, bn.running_var = running_mean.clone(), running_var.clone()
    bn.training = False
    return bn(x)
