"""Repeats along the columns."""


def repeat_rows(b, n):
    return b.repeat(1, n)
