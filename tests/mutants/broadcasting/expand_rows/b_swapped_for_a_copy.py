"""Points b at a copy, instead of looking at the memory of b.

corner: yes
names: a copy
"""


def expand_rows(b, n):
    b.data = b.clone()
    return b.expand(n, -1)
