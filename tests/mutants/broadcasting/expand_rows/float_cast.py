"""Casts to float32, which copies a float64 vector.

corner: yes
"""


def expand_rows(b, n):
    return b.float().expand(n, -1)
