"""Takes the first half of the two-sided spectrum and scales it by hand."""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    if n_fft is None:
        n_fft = y_pred.size(-1)
    both = torch.stack((y_pred, y_target))
    spectra = torch.fft.fft(both, n_fft) / n_fft**0.5
    half = torch.abs(spectra[..., : n_fft // 2 + 1])
    return torch.nn.functional.mse_loss(half[0], half[1])
