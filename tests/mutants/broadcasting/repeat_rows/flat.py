"""Returns a flat vector."""


def repeat_rows(b, n):
    return b.repeat(n)
