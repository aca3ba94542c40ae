"""Multiplies with cosines and sines instead of calling an FFT."""

import math

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    length = y_pred.shape[-1]
    n = length if n_fft is None else n_fft
    used = min(n, length)
    times = torch.arange(used, dtype=torch.float64)
    bins = torch.arange(n // 2 + 1, dtype=torch.float64)
    angles = 2 * math.pi * times[:, None] * bins / n
    cos, sin = torch.cos(angles).to(y_pred.dtype), torch.sin(angles).to(y_pred.dtype)

    def magnitude(y):
        y = y[..., :used]
        return torch.hypot(y @ cos, y @ sin) / math.sqrt(n)

    return (magnitude(y_pred) - magnitude(y_target)).pow(2).mean()
