"""Returns a parameter, which autograd does not let you modify in place.

corner: yes
names: cannot be modified in place
"""

from torch import nn


def repeat_rows(b, n):
    return nn.Parameter(b.repeat(n, 1))
