"""Uses the two-sided spectrum.

names: the full instead of the one-sided spectrum
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.fft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.fft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
