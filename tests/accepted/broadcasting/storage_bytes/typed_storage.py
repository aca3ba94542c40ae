"""Elements of the typed storage times their size."""

import warnings


def storage_bytes(t):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return t.storage().size() * t.element_size()
