"""Forgets the parentheses around the difference.

names: forgotten parentheses
"""


def standardize(X, eps=1e-6):
    return X - X.mean(0) / (X.std(0) + eps)
