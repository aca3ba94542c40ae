"""Takes the norm of real and imaginary parts in an object that counts its calls."""

import torch


class Spectral:
    def __init__(self):
        self.calls = 0

    def __call__(self, y_pred, y_target, n_fft=None):
        self.calls += 1
        mags = [
            torch.linalg.vector_norm(
                torch.view_as_real(torch.fft.rfft(s, n_fft, -1, "ortho")), dim=-1
            )
            for s in (y_pred, y_target)
        ]
        return (mags[0] - mags[1]).square().mean()


spectral_l2_fft = Spectral()
