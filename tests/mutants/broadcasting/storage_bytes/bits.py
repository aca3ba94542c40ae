"""Gives bits.

names: bits instead of bytes
"""


def storage_bytes(t):
    return 8 * t.untyped_storage().nbytes()
