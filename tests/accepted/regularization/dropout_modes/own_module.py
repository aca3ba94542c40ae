"""A layer of its own that looks at self.training."""

import torch
from torch import nn


class MyDropout(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, X):
        if not self.training:
            return X.clone()
        if self.p == 1:
            return torch.zeros_like(X)
        return X * (torch.rand(X.shape) >= self.p) / (1 - self.p)


def dropout_modes(X, p):
    layer = MyDropout(p)
    return tuple(layer.train(mode)(X) for mode in (True, False))
