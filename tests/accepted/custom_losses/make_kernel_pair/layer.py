"""Puts the kernel into an nn.Conv1d layer."""

import torch
from torch import nn


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    conv = nn.Conv1d(1, 1, K, padding="same", bias=False)
    with torch.no_grad():
        conv.weight.normal_(std=0.2)
        x = torch.randn(L)
        y = conv(x.reshape(1, 1, L)).flatten()
        y += noise * torch.randn_like(y)
    return x, y, conv.weight.detach().flatten()
