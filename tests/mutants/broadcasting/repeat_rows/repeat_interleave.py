"""Repeats each number instead of each row.

names: each number repeated instead of each row
"""


def repeat_rows(b, n):
    return b.repeat_interleave(n).view(n, -1)
