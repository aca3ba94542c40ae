"""Keeps the last instead of the first samples.

corner: yes
names: the last instead of the first samples
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    if n_fft is not None:
        y_pred, y_target = y_pred[..., -n_fft:], y_target[..., -n_fft:]
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
