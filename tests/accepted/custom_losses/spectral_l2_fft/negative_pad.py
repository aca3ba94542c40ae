"""Pads with a negative number to cut, and scales at the end."""

import torch
import torch.nn.functional as F


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    L = y_pred.shape[-1]
    n = n_fft if n_fft is not None else L
    fit = lambda y: F.pad(y, (0, n - L))  # a negative pad crops
    A, B = torch.fft.rfft(fit(y_pred)).abs(), torch.fft.rfft(fit(y_target)).abs()
    return ((A - B) ** 2).mean() / n
