"""Adds the spikes last, to the tensor that `base` is, too.

names: spikes that got into `base` too
"""

import torch


def make_signals(L=32):
    t = torch.arange(L) / L
    base = torch.sin(2 * torch.pi * t) + 0.5 * torch.sin(6 * torch.pi * t)
    signals = {
        "base": base,
        "spiky": base,
        "scaled": 1.5 * base,
        "offset": base + 1,
        "shifted": torch.roll(base, (5 * L) // 16),
        "reversed": torch.flip(base, dims=[0]),
    }
    signals["spiky"][L // 4] += 3
    signals["spiky"][(13 * L) // 16] += 3
    return signals
