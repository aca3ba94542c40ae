"""Expands, then makes it contiguous, which copies.

names: a copy
"""


def expand_rows(b, n):
    return b.unsqueeze(0).expand(n, -1).contiguous()
