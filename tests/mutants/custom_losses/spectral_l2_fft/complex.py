"""Takes the magnitude of the difference, so phase counts.

names: the difference of complex spectra instead of magnitudes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho")
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho")
    return ((a - b).abs() ** 2).mean()
