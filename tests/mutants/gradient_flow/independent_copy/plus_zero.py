"""Adds zero to get new memory, which turns booleans into integers.

corner: yes
"""


def independent_copy(t):
    return t.detach() + 0
