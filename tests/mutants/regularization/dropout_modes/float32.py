"""Returns float32 outputs.

corner: yes
"""

from torch import nn


def dropout_modes(X, p):
    layer = nn.Dropout(p)
    return layer.train()(X.float()), layer.eval()(X.float())
