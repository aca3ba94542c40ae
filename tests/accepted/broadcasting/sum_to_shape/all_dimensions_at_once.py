"""Sums over one list of dimensions and reshapes."""


def sum_to_shape(grad, shape):
    added = grad.dim() - len(shape)
    dims = [i for i in range(grad.dim()) if i < added or shape[i - added] == 1]
    total = grad.sum(dim=dims) if dims else grad.clone()
    return total.reshape(shape)
