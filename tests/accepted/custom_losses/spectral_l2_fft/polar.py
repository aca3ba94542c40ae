"""Turns every coefficient by its detached phase instead of taking a magnitude."""

import torch


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    def mag(y):
        Y = torch.fft.rfft(y, n=n_fft, dim=-1, norm="ortho")
        phase = torch.exp(1j * Y.angle()).detach()
        return (Y * phase.conj()).real

    d = mag(y_pred) - mag(y_target)
    return torch.einsum("...k,...k->", d, d) / d.numel()
