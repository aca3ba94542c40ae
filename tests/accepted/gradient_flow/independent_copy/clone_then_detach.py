"""Clones first, detaches the clone afterwards."""


def independent_copy(t):
    return t.clone().detach()
