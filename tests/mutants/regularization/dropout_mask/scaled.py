"""Returns the mask already divided by 1 - p."""

import torch


def dropout_mask(X, p):
    return (torch.rand_like(X) >= p).to(X.dtype) / max(1 - p, 1e-9)
