"""Normalizes by the root of the length where n_fft would be right.

corner: yes
names: a normalization by the length, not by n_fft
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    scale = y_pred.shape[-1] ** 0.5
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1).abs() / scale
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1).abs() / scale
    return ((a - b) ** 2).mean()
