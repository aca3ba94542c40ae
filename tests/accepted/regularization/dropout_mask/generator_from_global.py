"""A generator that is seeded from the global one."""

import torch


def dropout_mask(X, p):
    g = torch.Generator().manual_seed(int(torch.randint(0, 2**31 - 1, (1,))))
    return 1 - (torch.rand(X.shape, generator=g, dtype=X.dtype) < p).to(X.dtype)
