"""Hopes that reshape copies.

names: a view of b instead of a copy
"""


def repeat_rows(b, n):
    return b.expand(n, -1).reshape(n, -1)
