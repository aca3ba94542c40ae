"""Multiplies the square of the difference out."""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a, b = (torch.fft.rfft(y, n=n_fft, norm="ortho") for y in (y_pred, y_target))
    power_a, power_b = (z.real**2 + z.imag**2 for z in (a, b))
    return (power_a + power_b - 2 * (power_a * power_b).sqrt()).mean()
