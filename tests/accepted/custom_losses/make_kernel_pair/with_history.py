"""Returns a kernel and a target that still hang on a layer."""

import torch
from torch import nn


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    conv = nn.Conv1d(1, 1, K, padding="same", bias=False)
    nn.init.normal_(conv.weight, std=0.2)
    x = torch.randn(L)
    y = conv(x[None])[0]
    return x, y + noise * torch.randn(L), conv.weight.flatten()
