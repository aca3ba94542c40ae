"""Switches gradients on for the prediction that came in.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    if y_pred.is_leaf:
        y_pred.requires_grad_()
    A = torch.fft.rfft(y_pred, n=n_fft, norm="ortho").abs()
    B = torch.fft.rfft(y_target, n=n_fft, norm="ortho").abs()
    return ((A - B) ** 2).mean()
