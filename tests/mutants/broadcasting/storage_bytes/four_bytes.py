"""Counts 4 bytes per number, whatever the dtype.

corner: yes
names: 4 bytes per element, whatever the dtype
"""


def storage_bytes(t):
    return t.untyped_storage().nbytes() // t.element_size() * 4
