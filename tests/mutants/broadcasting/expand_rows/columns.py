"""Expands to columns instead of rows."""


def expand_rows(b, n):
    return b.unsqueeze(1).expand(-1, n)
