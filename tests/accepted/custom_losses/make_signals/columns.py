"""Returns columns of one matrix, which are views with gaps."""

import torch


def make_signals(L=32):
    t = torch.arange(L, dtype=torch.float64) / L
    base = torch.sin(2 * torch.pi * t) + 0.5 * torch.sin(6 * torch.pi * t)
    M = torch.empty(L, 6)
    M[:] = base.float()[:, None]
    M[L // 4, 1] += 3
    M[13 * L // 16, 1] += 3
    M[:, 2] *= 1.5
    M[:, 3] += 1
    M[:, 4] = base.roll(5 * L // 16).float()
    M[:, 5] = base.flipud().float()
    return dict(zip("base spiky scaled offset shifted reversed".split(), M.unbind(1)))
