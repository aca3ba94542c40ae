"""Asks sys.getsizeof for the Python object."""

import sys


def storage_bytes(t):
    return sys.getsizeof(t)
