"""Relies on `contiguous` to copy, which it does for some views only.

corner: yes
names: shares memory
"""


def independent_copy(t):
    return t.detach().contiguous()
