"""Drops dimensions of size 1.

corner: yes
"""


def independent_copy(t):
    return t.detach().clone().squeeze()
