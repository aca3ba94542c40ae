"""Reshapes twice on the way, which copies.

names: a copy
"""


def expand_rows(b, n):
    return b.expand(n, -1).reshape(-1).view(n, -1)
