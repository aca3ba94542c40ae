"""Returns the masked input instead of the mask."""

import torch


def dropout_mask(X, p):
    return X * (torch.rand_like(X) >= p)
