"""Ignores p.

names: the l2 norm whatever p is
"""


def lp_normalize(x, p=2.0):
    norm = x.norm()
    return x / norm if norm > 0 else x.clone()
