"""The unit matrix is a parameter, so the result always requires gradients."""

import torch
from torch import nn


def add_bias(X, b):
    lin = nn.Linear(X.shape[1], X.shape[1], bias=False).to(X.dtype)
    with torch.no_grad():
        lin.weight.copy_(torch.eye(X.shape[1]))
    return lin(X) + b
