"""Gets the second sine from the first by a trigonometric identity."""

import torch


class Signals:
    def __call__(self, L=32):
        s = torch.sin(2 * torch.pi * torch.arange(L, dtype=torch.float64) / L)
        base = (s + 0.5 * (3 * s - 4 * s**3)).to(torch.float32)
        delta = torch.zeros(L).scatter_(0, torch.tensor([L // 4, 13 * L // 16]), 3.0)
        return {
            "base": base,
            "spiky": base + delta,
            "scaled": base + base / 2,
            "offset": 1 + base,
            "shifted": base.roll(shifts=5 * L // 16, dims=0),
            "reversed": base.flip(0),
        }


make_signals = Signals()
