"""Multiplies instead of adding.

names: the bias multiplied instead of added
"""


def add_bias(X, b):
    return X * b
