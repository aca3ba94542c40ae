"""Counts up to the last element that the view reaches.

corner: yes
"""


def storage_bytes(t):
    last = sum((size - 1) * stride for size, stride in zip(t.shape, t.stride()))
    return (last + 1) * t.element_size()
