"""Averages the spectra over the batch before it compares them.

corner: yes
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    A = (
        torch.fft.rfft(y_pred, n=n_fft, norm="ortho")
        .abs()
        .reshape(-1, (n_fft or y_pred.shape[-1]) // 2 + 1)
        .mean(0)
    )
    B = (
        torch.fft.rfft(y_target, n=n_fft, norm="ortho")
        .abs()
        .reshape(-1, (n_fft or y_pred.shape[-1]) // 2 + 1)
        .mean(0)
    )
    return ((A - B) ** 2).mean()
