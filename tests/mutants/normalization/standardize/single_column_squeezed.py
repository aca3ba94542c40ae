"""Drops the dimension of a single column.

corner: yes
names: shape
"""


def standardize(X, eps=1e-6):
    return ((X - X.mean(0)) / (X.std(0) + eps)).squeeze()
