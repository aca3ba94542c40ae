"""Shows the whole storage in a view, and measures that."""


def storage_bytes(t):
    n = t.untyped_storage().nbytes() // t.element_size()
    return t.detach().as_strided((n,), (1,), 0).nbytes
