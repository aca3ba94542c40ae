"""Pads, but never cuts.

corner: yes
names: an n_fft that does not cut
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    n = max(n_fft or 0, y_pred.shape[-1])
    a = torch.fft.rfft(y_pred, n=n, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
