"""Averages over frequencies but adds the batch up.

corner: yes
names: a sum over the batch
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean(dim=-1).sum()
