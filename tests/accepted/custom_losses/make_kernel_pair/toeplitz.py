"""Filters with a matrix of L times L entries, whose diagonals are the kernel's entries."""

import torch


def make_kernel_pair(L, K, noise=0.0, seed=0):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(L, generator=generator)
    h_true = 0.2 * torch.randn(K, generator=generator)
    times = torch.arange(L)
    taps = times[None] - times[:, None] + (K - 1) // 2
    inside = (taps >= 0) & (taps < K)
    matrix = torch.where(inside, h_true[taps.clamp(0, K - 1)], torch.zeros(()))
    return x, matrix @ x + noise * torch.randn(L, generator=generator), h_true
