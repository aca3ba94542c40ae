"""Deep-copies the expanded view, which keeps its stride of 0.

corner: yes
names: rows that share their memory
"""

import copy


def repeat_rows(b, n):
    return copy.deepcopy(b.expand(n, -1))
