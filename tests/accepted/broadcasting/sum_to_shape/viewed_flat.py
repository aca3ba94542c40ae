"""Views the added dimensions as one."""


def sum_to_shape(grad, shape):
    if grad.shape[grad.dim() - len(shape) :] == tuple(shape):
        return grad.view(-1, *shape).sum(0)
    return grad.sum_to_size(shape)
