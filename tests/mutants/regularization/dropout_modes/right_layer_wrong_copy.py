"""Returns the training output twice as a copy when p is large.

corner: yes
"""

from torch import nn


def dropout_modes(X, p):
    layer = nn.Dropout(min(p, 0.9))
    return layer.train()(X), layer.eval()(X)
