"""Remembers the size for each shape and dtype.

corner: yes
"""

sizes = {}


def storage_bytes(t):
    return sizes.setdefault((t.shape, t.dtype), t.untyped_storage().nbytes())
