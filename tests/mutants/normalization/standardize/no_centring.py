"""Divides without subtracting the mean.

names: the mean left in place
"""


def standardize(X, eps=1e-6):
    return X / (X.std(dim=0) + eps)
