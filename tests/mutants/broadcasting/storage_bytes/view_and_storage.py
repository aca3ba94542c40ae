"""Counts a view on top of its storage."""


def storage_bytes(t):
    s = t.untyped_storage().nbytes()
    return s if t._base is None else s + t.numel() * t.element_size()
