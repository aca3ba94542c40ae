"""Gives b a storage of its own, and shares that.

corner: yes
names: moved b to other memory
"""


def expand_rows(b, n):
    b.data = b.data.clone()
    return b.expand(n, -1)
