"""Collects the dimensions to sum; if there are none, sum takes all of them.

corner: yes
names: everything was summed to a single number
"""


def sum_to_shape(grad, shape):
    added = grad.dim() - len(shape)
    dims = list(range(added))
    dims += [added + i for i, size in enumerate(shape) if size == 1]
    total = grad.sum(dim=dims)
    return total if not dims else total.reshape(shape)
