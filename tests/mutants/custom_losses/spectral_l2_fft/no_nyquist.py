"""Drops the highest frequency where n_fft is even.

corner: yes
names: the highest frequency left out
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    n = n_fft or y_pred.shape[-1]
    A = torch.fft.fft(y_pred, n=n, norm="ortho").abs()[..., : (n + 1) // 2]
    B = torch.fft.fft(y_target, n=n, norm="ortho").abs()[..., : (n + 1) // 2]
    return ((A - B) ** 2).mean()
