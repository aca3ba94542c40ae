"""Leaves the summed letters out of an einsum."""

import torch


def sum_to_shape(grad, shape):
    letters = "abcdefgh"[: grad.dim()]
    added = grad.dim() - len(shape)
    kept = "".join(letters[added + i] for i, size in enumerate(shape) if size != 1)
    return torch.einsum(f"{letters}->{kept}", grad).reshape(shape)
