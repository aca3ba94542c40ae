"""Draws input, kernel and noise with three seeds in a row."""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    def draw(n, which):
        torch.manual_seed(seed + which)
        return torch.randn(n)

    x, h_true, added = draw(L, 0), 0.2 * draw(K, 1), noise * draw(L, 2)
    return x, F.conv1d(x[None, None], h_true[None, None], padding="same")[0, 0] + added, h_true
