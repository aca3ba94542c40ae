"""Clones only what is a view, since a detached result looked independent.

corner: yes
"""


def independent_copy(t):
    if t._is_view():
        return t.detach().clone()
    return t.data
