"""Applies a window before the transform, which breaks the invariance to shifts.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    window = torch.hann_window(y_pred.shape[-1], dtype=y_pred.dtype)
    a = torch.fft.rfft(y_pred * window, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target * window, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
