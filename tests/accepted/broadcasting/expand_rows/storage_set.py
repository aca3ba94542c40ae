"""A new tensor that is set to the storage of b."""

import torch


def expand_rows(b, n):
    out = torch.empty(0, dtype=b.dtype)
    out.set_(b.untyped_storage(), b.storage_offset(), (n, b.shape[0]), (0, b.stride(0)))
    return out
