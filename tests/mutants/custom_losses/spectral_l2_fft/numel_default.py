"""Takes the number of all elements as the default of n_fft.

corner: yes
names: n_fft from the number of all elements
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    n_fft = y_pred.numel() if n_fft is None else n_fft
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
