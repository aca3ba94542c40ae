"""Multiplies spectra in float64 and cuts the middle out."""

import torch


class Maker:
    def __call__(self, L, K, noise=0.0, seed=0):
        g = torch.Generator().manual_seed(seed)
        r = torch.randn(2 * L + K, generator=g)
        x, e, h = r[:L], r[L : 2 * L], 0.2 * r[2 * L :]
        n = L + K - 1
        full = torch.fft.irfft(
            torch.fft.rfft(x.double(), n) * torch.fft.rfft(h.flip(0).double(), n), n
        )
        start = K // 2
        return x, (full[start : start + L].float() + noise * e), h


make_kernel_pair = Maker()
