"""Bytes, n times over."""

import torch


def repeat_rows(b, n):
    data = bytearray(b.detach().contiguous().numpy().tobytes() * n)
    return torch.frombuffer(data, dtype=b.dtype).view(n, -1)
