"""Exact sums with math.fsum."""

import math

import torch


def sum_to_shape(grad, shape):
    lead = grad.dim() - len(shape)
    keep = [lead + i for i, s in enumerate(shape) if s != 1]
    rest = [d for d in range(grad.dim()) if d not in keep]
    table = grad.permute([*keep, *rest]).reshape(math.prod(grad.shape[k] for k in keep), -1)
    return torch.tensor([math.fsum(r) for r in table.tolist()], dtype=grad.dtype).reshape(shape)
