"""Empties the tensor that it measures.

corner: yes
names: changed its input in place
"""


def storage_bytes(t):
    n = t.untyped_storage().nbytes()
    t.zero_()
    return n
