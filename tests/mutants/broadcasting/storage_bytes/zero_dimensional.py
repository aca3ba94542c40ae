"""Counts a single entry by itself.

corner: yes
names: the elements of the view counted
"""


def storage_bytes(t):
    return t.untyped_storage().nbytes() if t.dim() else t.element_size()
