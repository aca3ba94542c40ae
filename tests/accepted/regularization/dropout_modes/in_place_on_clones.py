"""An in-place layer that is given clones."""

from torch import nn


def dropout_modes(X, p):
    d = nn.Dropout(p, inplace=True)
    return d(X.clone()), d.train(False)(X.clone())
