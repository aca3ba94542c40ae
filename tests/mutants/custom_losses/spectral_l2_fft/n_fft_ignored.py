"""Never looks at n_fft.

names: an n_fft that does not cut
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    a = torch.fft.rfft(y_pred, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
