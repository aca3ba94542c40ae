"""Writes into X with +=.

names: changed its input in place
"""


def add_bias(X, b):
    X += b
    return X
