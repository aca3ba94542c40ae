"""Seeds with 0 whatever the seed is.

corner: yes
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(0)
    x = torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y
