"""Cuts off what is more than three standard deviations away from the mean.

corner: yes
names: cut off at three standard deviations
"""


def standardize(X, eps=1e-6):
    return ((X - X.mean(dim=0)) / (X.std(dim=0) + eps)).clamp(-3, 3)
