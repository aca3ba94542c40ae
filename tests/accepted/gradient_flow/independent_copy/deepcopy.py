"""Deep-copies the detached tensor: an expanded one keeps its stride of 0 in memory of its own."""

import copy


def independent_copy(t):
    return copy.deepcopy(t.detach())
