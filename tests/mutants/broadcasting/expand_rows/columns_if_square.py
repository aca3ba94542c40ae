"""Expands a column if n happens to be D.

corner: yes
names: rows and columns swapped
"""


def expand_rows(b, n):
    return (b.unsqueeze(0 if len(b) != n else 1)).expand(n, len(b))
