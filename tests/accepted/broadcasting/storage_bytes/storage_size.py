"""Uses size() of the untyped storage, whose elements are bytes."""


def storage_bytes(t):
    return t.untyped_storage().size()
