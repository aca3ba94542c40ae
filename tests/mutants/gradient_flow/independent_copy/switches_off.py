"""Switches gradients of the original off to be able to copy it.

corner: yes
"""


def independent_copy(t):
    if t.is_leaf:
        t.requires_grad_(False)
    return t.detach().clone()
