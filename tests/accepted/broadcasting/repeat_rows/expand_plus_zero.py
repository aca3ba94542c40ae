"""Arithmetic on a view makes a new tensor."""


def repeat_rows(b, n):
    return b.expand(n, -1) + 0
