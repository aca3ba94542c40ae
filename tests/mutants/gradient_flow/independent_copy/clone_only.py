"""Copies the memory but stays in the graph.

names: has a gradient history
"""


def independent_copy(t):
    return t.clone()
