"""Uses an in-place layer on the caller's X.

corner: yes
"""

from torch import nn


def dropout_modes(X, p):
    copy = X.clone()
    layer = nn.Dropout(p, inplace=True)
    return layer.train()(X), layer.eval()(copy)
