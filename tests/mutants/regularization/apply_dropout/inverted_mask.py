"""Drops where the mask is 1.

names: the dropped entries kept
"""


def apply_dropout(X, mask, p):
    return X * (1 - mask) / (1 - p)
