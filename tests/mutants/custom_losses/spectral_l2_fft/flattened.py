"""Transforms a batch as one long signal.

corner: yes
names: the batch as one long signal
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred.reshape(-1), n=n_fft, norm="ortho").abs()
    b = torch.fft.rfft(y_target.reshape(-1), n=n_fft, norm="ortho").abs()
    return ((a - b) ** 2).mean()
