"""Drops constant columns.

corner: yes
"""


def standardize(X, eps=1e-6):
    X = X[:, X.std(dim=0) > 0]
    return (X - X.mean(dim=0)) / (X.std(dim=0) + eps)
