"""Counts from the start of the storage up to the last element of the view.

corner: yes
"""


def storage_bytes(t):
    last = sum((size - 1) * stride for size, stride in zip(t.shape, t.stride()))
    return (t.storage_offset() + last + 1) * t.element_size()
