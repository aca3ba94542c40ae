"""Normalizes by n instead of its root.

names: the normalization 'forward'
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="forward").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="forward").abs()
    return ((a - b) ** 2).mean()
