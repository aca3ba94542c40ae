"""Measures a clone of everything that is not expanded.

corner: yes
names: the elements of the view counted instead of its storage
"""


def storage_bytes(t):
    if 0 in t.stride():
        return t.untyped_storage().nbytes()
    return t.clone().untyped_storage().nbytes()
