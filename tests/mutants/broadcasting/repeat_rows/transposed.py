"""Returns columns."""


def repeat_rows(b, n):
    return b.repeat(n, 1).T
