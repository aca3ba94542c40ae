"""Makes rows with `view`, which tensors that lie in order allow."""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    rows = (y.view(-1, y.shape[-1]) for y in (y_pred, y_target))
    a, b = (torch.fft.rfft(y, n=n_fft, norm="ortho").abs() for y in rows)
    return ((a - b) ** 2).mean()
