"""Takes len() as the default of n_fft, which is the batch size of a batch.

corner: yes
names: n_fft from the first dimension
"""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    n_fft = n_fft or len(y_pred)
    a = torch.fft.rfft(y_pred, n=n_fft, dim=-1, norm="ortho").abs()
    b = torch.fft.rfft(y_target, n=n_fft, dim=-1, norm="ortho").abs()
    return ((a - b) ** 2).mean()
