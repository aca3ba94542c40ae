"""Clips what is more than five standard deviations away from the mean.

corner: yes
"""


def standardize(X, eps=1e-6):
    return ((X - X.mean(dim=0)) / (X.std(dim=0) + eps)).clamp(-5, 5)
