"""Shifts by 5/16 of a period, which is a whole number of samples only for some L.

corner: yes
names: a shift by 5/16 of the period
"""

import torch, math


def make_signals(L=32):
    t = torch.arange(L) / L
    f = lambda t: torch.sin(2 * math.pi * t) + 0.5 * torch.sin(6 * math.pi * t)
    base = f(t)
    spiky = base.clone()
    spiky[L // 4] += 3
    spiky[(13 * L) // 16] += 3
    return {
        "base": base,
        "spiky": spiky,
        "scaled": 1.5 * base,
        "offset": base + 1,
        "shifted": f(t - 5 / 16),
        "reversed": torch.flip(base, [0]),
    }
