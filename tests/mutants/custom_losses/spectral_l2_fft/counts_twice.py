"""Counts the inner frequencies twice, as a power spectrum does.

corner: yes
names: the inner frequencies counted twice
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    A = torch.fft.rfft(y_pred, n=n_fft, norm="ortho").abs()
    B = torch.fft.rfft(y_target, n=n_fft, norm="ortho").abs()
    d = (A - B) ** 2
    w = torch.ones(d.shape[-1], dtype=d.dtype)
    w[1:-1] = 2
    return (d * w).mean()
