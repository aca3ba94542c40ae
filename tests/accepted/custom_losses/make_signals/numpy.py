"""Computes in NumPy's float64 and converts at the end."""

from collections import OrderedDict

import numpy as np
import torch


def make_signals(L=32):
    t = np.linspace(0, 1, L, endpoint=False)
    base = np.sin(2 * np.pi * t) + 0.5 * np.sin(2 * np.pi * 3 * t)
    spikes = np.zeros(L)
    spikes[int(L / 4)] += 3
    spikes[int(13 * L / 16)] += 3
    signals = OrderedDict(base=base, spiky=base + spikes, scaled=base * 3 / 2, offset=1 + base)
    signals["shifted"] = np.roll(base, 5 * L // 16)
    signals["reversed"] = base[::-1].copy()
    return OrderedDict((k, torch.from_numpy(v).float()) for k, v in signals.items())
