"""Has a seed other than 0 as default.

corner: yes
names: without a seed
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=1):
    torch.manual_seed(seed)
    x = torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y
