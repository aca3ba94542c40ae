"""Makes the times with a step of 1/L, which gives a sample too many for some L.

corner: yes
"""

import math

import torch


def make_signals(L=32):
    t = torch.arange(0, 1, 1 / L)
    base = torch.sin(2 * math.pi * t) + 0.5 * torch.sin(6 * math.pi * t)
    spiky = base.clone()
    spiky[[L // 4, (13 * L) // 16]] += 3
    return {
        "base": base,
        "spiky": spiky,
        "scaled": 1.5 * base,
        "offset": base + 1,
        "shifted": base.roll((5 * L) // 16),
        "reversed": base.flip(0),
    }
