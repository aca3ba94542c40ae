"""Takes the length of the untyped storage."""


def storage_bytes(t):
    return len(t.untyped_storage())
