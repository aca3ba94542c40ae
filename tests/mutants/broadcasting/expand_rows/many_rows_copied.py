"""Makes a view of a few rows only, and copies for many.

corner: yes
names: is a copy
"""


def expand_rows(b, n):
    return b.expand(n, -1) if n < 100 else b.repeat(n, 1)
