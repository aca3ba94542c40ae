"""Computes in float32 whatever comes in.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred.float(), n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target.float(), n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
