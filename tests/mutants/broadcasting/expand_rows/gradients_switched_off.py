"""Switches the gradients of b off before it makes the view.

corner: yes
names: changed b.requires_grad to False
"""


def expand_rows(b, n):
    if b.is_leaf:
        b.requires_grad = False
    return b.expand(n, len(b))
