"""Leaves out what lies before the view begins.

corner: yes
"""


def storage_bytes(t):
    return t.untyped_storage().nbytes() - t.storage_offset() * t.element_size()
