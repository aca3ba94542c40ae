"""Leaves the rate at the layer's default.

corner: yes
"""

from torch import nn


def dropout_modes(X, p):
    layer = nn.Dropout()
    return layer.train()(X), layer.eval()(X)
