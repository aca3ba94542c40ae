"""The last entry of cumulative sums."""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.cumsum(0)[-1]
    for i, s in enumerate(shape):
        if s == 1:
            grad = grad.cumsum(i).narrow(i, grad.shape[i] - 1, 1)
    return grad
