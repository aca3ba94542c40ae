"""Replaces what is not finite.

corner: yes
"""


def independent_copy(t):
    return t.detach().clone().nan_to_num()
