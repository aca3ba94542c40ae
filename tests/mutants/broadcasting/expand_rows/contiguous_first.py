"""Makes b contiguous first, which copies where b is strided.

corner: yes
names: a copy
"""


def expand_rows(b, n):
    return b.contiguous().expand(n, -1)
