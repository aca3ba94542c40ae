"""Smooths the noise, so neighbours depend on each other.

corner: yes
names: neighbours depend on each other
"""

import torch, math


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    e = torch.randn(L + 1)
    return (e[1:] + e[:-1]) / 2**0.5, torch.sin(2 * math.pi * cycles * torch.linspace(0, 1, L))
