"""Takes detach for a copy.

names: a view of b instead of a copy
"""


def repeat_rows(b, n):
    return b.detach().expand(n, -1)
