"""Leaves zeros out of the mean, as if they were missing values.

corner: yes
names: zeros left out of the mean
"""


def standardize(X, eps=1e-6):
    there = X != 0
    mean = X.sum(0) / there.sum(0).clamp(min=1)
    return (X - mean) / (X.std(0) + eps)
