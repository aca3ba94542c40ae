"""Squeezes X, so that a single feature loses its dimension.

corner: yes
names: should have shape (2, 1)
"""


def add_bias(X, b):
    return X.squeeze() + b
