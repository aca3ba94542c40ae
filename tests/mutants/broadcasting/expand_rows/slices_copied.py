"""Copies a vector that does not own its storage.

corner: yes
names: is a copy
"""


def expand_rows(b, n):
    if b.numel() * b.element_size() != b.untyped_storage().nbytes():
        b = b.clone()
    return b.expand(n, -1)
