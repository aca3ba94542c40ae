"""Transforms all dimensions with rfftn.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    size = None if n_fft is None else (*y_pred.shape[:-1], n_fft)
    a = torch.fft.rfftn(y_pred, s=size, norm="ortho").abs()
    b = torch.fft.rfftn(y_target, s=size, norm="ortho").abs()
    return ((a - b) ** 2).mean()
