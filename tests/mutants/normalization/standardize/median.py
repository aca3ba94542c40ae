"""Centres at the median.

corner: yes
"""


def standardize(X, eps=1e-6):
    return (X - X.median(dim=0).values) / (X.std(dim=0) + eps)
