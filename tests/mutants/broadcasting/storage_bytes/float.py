"""Returns a float.

corner: yes
"""


def storage_bytes(t):
    return t.untyped_storage().nbytes() / 1
