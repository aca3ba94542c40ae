"""Clears the `.grad` of the original.

corner: yes
names: changed the `.grad` of the original
"""


def independent_copy(t):
    if t.is_leaf:
        t.grad = None
    return t.detach().clone()
