"""Removes the means first and so ignores the frequency 0.

corner: yes
names: the means taken out first
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    A = torch.fft.rfft(y_pred - y_pred.mean(), n=n_fft, norm="ortho").abs()
    B = torch.fft.rfft(y_target - y_target.mean(), n=n_fft, norm="ortho").abs()
    return ((A - B) ** 2).mean()
