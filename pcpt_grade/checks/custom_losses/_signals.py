"""The six signals by name, and filtering a signal in another way."""

from __future__ import annotations

import torch

NAMES = ["base", "spiky", "scaled", "offset", "shifted", "reversed"]


def filtered(x: torch.Tensor, h: torch.Tensor, left: int | None = None) -> torch.Tensor:
    """``conv1d`` of x and h by shifting x, in float64."""
    L, K = x.numel(), h.numel()
    x, h = x.detach().double(), h.detach().double()
    before = (K - 1) // 2 if left is None else left
    padded = torch.cat([x.new_zeros(before), x, x.new_zeros(K)])
    return torch.stack([h[k] * padded[k : k + L] for k in range(K)]).sum(0)
