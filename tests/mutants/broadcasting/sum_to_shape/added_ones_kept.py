"""Sums only where sizes differ, so that an added dimension of size 1 stays.

corner: yes
"""


def sum_to_shape(grad, shape):
    if grad.numel() == 1:
        return grad.reshape(shape)
    full = (1,) * (grad.dim() - len(shape)) + tuple(shape)
    dims = [i for i, size in enumerate(full) if size != grad.shape[i]]
    if not dims:
        return grad
    return grad.sum(dim=dims, keepdim=True).reshape(shape)
