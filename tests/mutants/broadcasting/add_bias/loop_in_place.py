"""Clones X and adds to one row after the other.

names: a loop over the batch
"""


def add_bias(X, b):
    out = X.clone()
    for i in range(X.shape[0]):
        out[i] += b
    return out
