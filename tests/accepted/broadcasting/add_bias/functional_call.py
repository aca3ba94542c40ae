"""nn.Linear with the unit matrix and b put in its place."""

import torch
from torch import nn


def add_bias(X, b):
    D = X.size(-1)
    layer = nn.Linear(D, D)
    return torch.func.functional_call(layer, {"weight": torch.eye(D).to(X), "bias": b}, (X,))
