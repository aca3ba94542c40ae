"""Centres the caller's matrix in place.

corner: yes
names: changed its input in place
"""


def standardize(X, eps=1e-6):
    X -= X.mean(dim=0)
    return X / (X.std(dim=0) + eps)
