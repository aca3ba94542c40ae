"""Zeroes the tail of the signals that came in before it cuts them.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    if n_fft is not None:
        y_pred.data[..., n_fft:] = 0
        y_target.data[..., n_fft:] = 0
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
