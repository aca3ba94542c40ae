"""The memory of b by the exchange protocol."""

import torch


def expand_rows(b, n):
    return torch.from_dlpack(b.detach()).expand(n, -1)
