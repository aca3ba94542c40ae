"""Forgets the square root.

names: the sum of squares instead of its root
"""


def lp_normalize(x, p=2.0):
    norm = (x.abs() ** p).sum()
    return x / norm if norm > 0 else x.clone()
