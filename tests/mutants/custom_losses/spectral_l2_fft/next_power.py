"""Rounds n_fft up to a power of two.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    if n_fft is not None:
        n_fft = 1 << (n_fft - 1).bit_length()
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
