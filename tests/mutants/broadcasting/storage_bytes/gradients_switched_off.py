"""Switches the gradients of t off to look at its memory.

corner: yes
names: changed t.requires_grad to False
"""


def storage_bytes(t):
    if t.is_leaf:
        t.requires_grad_(False)
    return t.untyped_storage().nbytes()
