"""Offsets the scaled signal.

names: a variation of `scaled`
"""

import torch


def make_signals(L=32):
    t = torch.arange(L) / L
    base = torch.sin(2 * torch.pi * t) + 0.5 * torch.sin(6 * torch.pi * t)
    spiky = base.clone()
    spiky[L // 4] += 3
    spiky[(13 * L) // 16] += 3
    return {
        "base": base,
        "spiky": spiky,
        "scaled": 1.5 * base,
        "offset": 1.5 * base + 1,
        "shifted": torch.roll(base, (5 * L) // 16),
        "reversed": torch.flip(base, dims=[0]),
    }
