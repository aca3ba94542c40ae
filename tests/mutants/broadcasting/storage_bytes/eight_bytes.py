"""Counts 8 bytes per number, as in Python and NumPy.

names: 8 bytes per element
"""


def storage_bytes(t):
    return t.untyped_storage().nbytes() // t.element_size() * 8
