"""The exchange protocol, which is for tensors without gradients only."""

import torch


def expand_rows(b, n):
    return torch.from_dlpack(b).expand(n, -1)
