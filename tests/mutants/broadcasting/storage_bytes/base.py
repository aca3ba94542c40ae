"""Counts the elements of t._base, which .data does not have.

corner: yes
"""


def storage_bytes(t):
    owner = t if t._base is None else t._base
    return owner.numel() * owner.element_size()
