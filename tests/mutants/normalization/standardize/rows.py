"""Standardizes rows instead of columns.

names: statistics of the rows
"""


def standardize(X, eps=1e-6):
    return (X - X.mean(dim=1, keepdim=True)) / (X.std(dim=1, keepdim=True) + eps)
