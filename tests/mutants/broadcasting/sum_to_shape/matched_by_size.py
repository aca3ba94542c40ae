"""Matches dimensions by their sizes from the left.

corner: yes
names: the wrong dimension summed
"""


def sum_to_shape(grad, shape):
    wanted = list(shape)
    dims = []
    for i, size in enumerate(grad.shape):
        if wanted and wanted[0] == size:
            wanted.pop(0)
        elif wanted and wanted[0] == 1:
            wanted.pop(0)
            dims.append(i)
        else:
            dims.append(i)
    if not dims:
        return grad
    return grad.sum(dim=dims).reshape(shape)
