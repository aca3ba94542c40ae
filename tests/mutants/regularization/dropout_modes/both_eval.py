"""Gives X twice.

names: but has 0
"""


def dropout_modes(X, p):
    return X, X
