"""Cuts a batch along its second dimension, which need not be the last.

corner: yes
"""

import torch
import torch.nn.functional as F


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    n = n_fft or y_pred.shape[-1]

    def magnitudes(y):
        y = y[:n] if y.dim() == 1 else y[:, :n]
        padded = F.pad(y, (0, max(0, n - y.shape[-1])))
        return torch.fft.rfft(padded, norm="ortho").abs()

    return F.mse_loss(magnitudes(y_pred), magnitudes(y_target))
