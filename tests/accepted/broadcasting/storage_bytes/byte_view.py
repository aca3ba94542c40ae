"""Counts the elements of a byte tensor on the same storage."""

import torch


def storage_bytes(t):
    return torch.empty(0, dtype=torch.uint8).set_(t.untyped_storage()).numel()
