"""Shifts and reverses by indexing, adds spikes with scatter."""

import torch


def make_signals(L=32):
    n = torch.arange(L)
    t = n.float() / L
    base = torch.sin(2 * torch.pi * t) + 0.5 * torch.sin(6 * torch.pi * t)
    where = torch.tensor([L // 4, 13 * L // 16])
    signals = {"base": base}
    signals["spiky"] = base.index_add(0, where, torch.tensor([3.0, 3.0]))
    signals["scaled"] = base + base / 2
    signals["offset"] = base.add(1)
    signals["shifted"] = base[(n - 5 * L // 16) % L]
    signals["reversed"] = base[L - 1 - n]
    return signals
