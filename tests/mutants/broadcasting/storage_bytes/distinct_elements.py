"""Counts the distinct elements of the view, which leaves out the rest of the storage.

corner: yes
names: the elements of the view counted instead of its storage
"""


def storage_bytes(t):
    count = 1
    for size, stride in zip(t.shape, t.stride()):
        if stride != 0:
            count *= size
    return count * t.element_size()
