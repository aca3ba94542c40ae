"""Gives t a storage of its own, of just the right size.

corner: yes
names: to other memory
"""


def storage_bytes(t):
    n = t.untyped_storage().nbytes()
    t.data = t.data.clone()
    return n
