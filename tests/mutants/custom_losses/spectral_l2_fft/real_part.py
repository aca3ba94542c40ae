"""Compares real parts.

names: the real part instead of the magnitude
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").real
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").real
    return ((a - b) ** 2).mean()
