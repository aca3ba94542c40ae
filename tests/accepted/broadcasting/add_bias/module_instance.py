"""An nn.Module that is called."""

from torch import nn


class Shift(nn.Module):
    def forward(self, X, b):
        return X + b


add_bias = Shift()
