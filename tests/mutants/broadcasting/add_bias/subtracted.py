"""Subtracts the bias.

names: the bias subtracted
"""


def add_bias(X, b):
    return X - b
