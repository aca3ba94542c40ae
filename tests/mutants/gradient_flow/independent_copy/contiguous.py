"""Relies on `contiguous` to copy, which it does for some views only.

corner: yes
"""


def independent_copy(t):
    return t.detach().contiguous()
