"""Keeps the root of the power away from 0 for the sake of its gradient."""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    def mag(y):
        Y = torch.fft.rfft(y, n=n_fft, norm="ortho")
        return (Y.real**2 + Y.imag**2 + 1e-20).sqrt()

    return torch.mean((mag(y_pred) - mag(y_target)) ** 2)
