"""Computes every number with math and wraps lists up."""

import math

import torch


def make_signals(L=32):
    base = [math.sin(2 * math.pi * n / L) + math.sin(6 * math.pi * n / L) / 2 for n in range(L)]
    by = (5 * L) // 16
    lists = {
        "base": base,
        "spiky": [b + (3 if n in (L // 4, (13 * L) // 16) else 0) for n, b in enumerate(base)],
        "scaled": [1.5 * b for b in base],
        "offset": [b + 1 for b in base],
        "shifted": base[L - by :] + base[: L - by],
        "reversed": base[::-1],
    }
    return {name: torch.tensor(values) for name, values in lists.items()}
