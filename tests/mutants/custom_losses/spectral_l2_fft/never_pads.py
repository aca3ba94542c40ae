"""Cuts, but never pads.

corner: yes
names: an n_fft that does not pad
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    y_pred, y_target = y_pred[..., :n_fft], y_target[..., :n_fft]
    a = torch.fft.rfft(y_pred, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
