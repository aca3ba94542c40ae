"""Copies where b requires gradients, to be on the safe side.

corner: yes
names: is a copy
"""


def expand_rows(b, n):
    if b.requires_grad:
        return b.repeat(n, 1)
    return b.expand(n, -1)
