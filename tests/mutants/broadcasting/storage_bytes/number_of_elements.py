"""Gives the number of elements in the storage.

names: the number of elements instead of bytes
"""


def storage_bytes(t):
    return t.untyped_storage().nbytes() // t.element_size()
