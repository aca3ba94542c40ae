"""Maps over the columns with torch.vmap."""

import torch


def _one(c, eps):
    return (c - c.mean()) / (c.var().sqrt() + eps)


def standardize(X, eps=1e-6):
    return torch.func.vmap(_one, in_dims=(1, None), out_dims=1)(X, eps)
