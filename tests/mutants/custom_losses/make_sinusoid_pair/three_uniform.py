"""Adds three uniform numbers up, which is only nearly normal.

corner: yes
"""

import torch, math


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    return (torch.rand(3, L).sum(0) - 1.5) * 2, torch.sin(
        2 * math.pi * cycles * torch.linspace(0, 1, L)
    )
