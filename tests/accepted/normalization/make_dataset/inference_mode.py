"""Draws in inference mode."""

import torch


@torch.inference_mode()
def make_dataset(kind, n, seed=0):
    torch.manual_seed(seed)
    if kind == "unimodal":
        return torch.randn(n, 1) * 1.5 + 1
    elif kind == "bimodal":
        n1 = n // 2
        x1 = torch.randn(n1, 1) * 0.5 - 1
        x2 = torch.randn(n - n1, 1) * 1.2 + 3
        X = torch.cat([x1, x2], dim=0)
        return X[torch.randperm(n)]
    raise ValueError(f"Unknown dataset kind: {kind}")
