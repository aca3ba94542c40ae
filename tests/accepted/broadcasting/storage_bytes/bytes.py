"""Counts a copy of the bytes."""


def storage_bytes(t):
    return len(bytes(t.untyped_storage()))
