"""Matrix products with vectors of ones."""

import torch


def sum_to_shape(grad, shape):
    lead = grad.dim() - len(shape)
    for d in range(grad.dim()):
        if d < lead or shape[d - lead] == 1:
            g = grad.movedim(d, -1)
            grad = (g @ torch.ones(g.shape[-1], dtype=grad.dtype)).unsqueeze(d)
    return grad.reshape(shape)
