"""Adds |real| and |imaginary| instead of taking the modulus.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho")
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho")
    a, b = a.real.abs() + a.imag.abs(), b.real.abs() + b.imag.abs()
    return ((a - b) ** 2).mean()
