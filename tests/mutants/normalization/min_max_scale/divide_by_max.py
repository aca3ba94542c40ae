"""Divides by the maximum only.

names: a division by the maximum alone
"""


def min_max_scale(x, low=0.0, high=1.0):
    return low + (high - low) * x / x.max()
