"""Sums over a list of dimensions that may be empty, which sums over all."""


def sum_to_shape(grad, shape):
    added = grad.dim() - len(shape)
    grad = grad.sum(dim=list(range(added))) if added else grad
    stretched = [i for i, (g, s) in enumerate(zip(grad.shape, shape)) if g != s]
    return grad.sum(dim=stretched, keepdim=True)
