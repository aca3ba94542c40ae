"""The properties checked for ``spectral_l2_fft``."""

from __future__ import annotations

import itertools
import math

import numpy as np
import torch
from hypothesis import strategies as st

from pcpt_grade.checks.custom_losses._losses import (
    LOSS_PAIRS,
    expect_both_gradients,
    signal_pair,
)
from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_close, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import Array, expect_left_alone


def _spectrum(y: torch.Tensor, n_fft: int | None = None) -> tuple[Array, Array]:
    """The one-sided orthonormal spectrum (..., M) from the definition, and its matrix (M, L)."""
    length = y.shape[-1]
    n = n_fft or length
    bins, times = np.arange(n // 2 + 1), np.arange(length)
    matrix = np.exp(-2j * math.pi * np.outer(bins, times) / n) / math.sqrt(n)
    matrix[:, times >= n] = 0
    return y.detach().double().numpy() @ matrix.T, matrix


def _spectral(y_pred: torch.Tensor, y_target: torch.Tensor, n_fft: int | None = None) -> float:
    """The spectral loss from the definition of the Fourier transform."""
    gaps = np.abs(_spectrum(y_pred, n_fft)[0]) - np.abs(_spectrum(y_target, n_fft)[0])
    return float((gaps**2).sum() / gaps.size)


def _spectral_gradient(y: torch.Tensor, other: torch.Tensor, n_fft: int | None) -> torch.Tensor:
    """The gradient of the spectral loss with respect to ``y``, in closed form."""
    (spectrum, matrix), (others, _) = _spectrum(y, n_fft), _spectrum(other, n_fft)
    magnitude = np.abs(spectrum)
    outer = 2 * (magnitude - np.abs(others)) / magnitude.size
    slope = ((outer * spectrum.conj() / magnitude) @ matrix).real
    return torch.from_numpy(slope).to(y.dtype)


@check("spectral_l2_fft", points=0.625, public=True)
def spectral_l2_fft_of_an_impulse(spectral_l2_fft):
    """The magnitudes [1, 1, 1] of [2, 0, 0, 0] and [4, 0, 0] of [2, 2, 2, 2] give (9+1+1)/3."""
    impulse, constant = torch.tensor([2.0, 0.0, 0.0, 0.0]), torch.tensor([2.0, 2.0, 2.0, 2.0])
    expect_close(
        spectral_l2_fft(impulse, constant),
        torch.tensor(11 / 3),
        "spectral_l2_fft([2, 0, 0, 0], [2, 2, 2, 2])",
        mistakes={
            "the full instead of the one-sided spectrum (or no spectrum at all)": 3.0,
            "the highest frequency left out": 5.0,
            "the frequency 0 left out": 1.0,
            "the means taken out first": 2 / 3,
            "the inner frequencies counted twice": 4.0,
            "no normalization": 44 / 3,
            "the normalization 'forward'": 11 / 12,
            "squared magnitudes": 227 / 3,
            "the sum instead of the mean": 11.0,
            "absolute instead of squared differences": 5 / 3,
            "the root of the mean square": math.sqrt(11 / 3),
        },
        hint="Mean of the squared differences of `torch.fft.rfft(..., norm='ortho').abs()`.",
    )
    expect_close(
        spectral_l2_fft(torch.tensor([0.0, 2.0, 0.0, 0.0]), impulse),
        torch.tensor(0.0),
        "spectral_l2_fft([0, 2, 0, 0], [2, 0, 0, 0])",
        mistakes={
            "the difference of complex spectra instead of magnitudes": 2.0,
            "the real part instead of the magnitude": 5 / 3,
        },
        hint="An impulse that moves keeps its magnitudes: take `.abs()` before the difference.",
    )


@check("spectral_l2_fft", points=0.375)
def spectral_l2_fft_ignores_shift_sign_and_direction(spectral_l2_fft):
    """A circular shift, the opposite sign and time reversal do not change the magnitudes."""
    x, y = normal(9, seed=5), normal(9, seed=6)
    want = torch.tensor(_spectral(x, y))
    for name, copy in (("shifted", x.roll(4)), ("negated", -x), ("reversed", x.flip(0))):
        for first, wanted in ((x, torch.tensor(0.0)), (y, want)):
            expect_close(
                spectral_l2_fft(first, copy),
                wanted,
                f"the loss of {'x' if first is x else 'y'} against a {name} copy of x",
                hint="Such a copy has the same magnitudes, at other phases.",
            )


@check("spectral_l2_fft", points=0.5)
def spectral_l2_fft_transforms_the_last_dimension(spectral_l2_fft):
    """Of a batch, the last dimension is transformed and the mean is over everything."""
    for pairs in LOSS_PAIRS:
        for y_pred, y_target in pairs:
            shape = tuple(y_pred.shape)
            long = y_pred.reshape(-1), y_target.reshape(-1)
            want = _spectral(y_pred, y_target)
            expect_close(
                spectral_l2_fft(y_pred, y_target),
                torch.tensor(want, dtype=y_pred.dtype),
                f"spectral_l2_fft of two tensors of shape {shape}",
                mistakes={
                    "the batch as one long signal": _spectral(*long),
                    "n_fft from the first dimension": _spectral(y_pred, y_target, shape[0]),
                    "n_fft from the number of all elements": _spectral(
                        y_pred, y_target, y_pred.numel()
                    ),
                    "a sum over the batch": want * y_pred.numel() / shape[-1],
                },
                hint="`dim=-1`, and `n_fft` defaults to the length of the last dimension.",
            )


def _spectral_case(
    length: int, n_fft: int, seed: int, dtype: torch.dtype, batch: tuple[int, ...] = (2,)
) -> tuple[torch.Tensor, torch.Tensor, int]:
    return *signal_pair((*batch, length), seed, dtype), n_fft


N_FFTS = Examples(
    _spectral_case,
    count=4,
    length=st.integers(5, 9),
    n_fft=st.sampled_from([3, 4, 10, 13, 16]),
    seed=SEEDS,
    dtype=FLOATS,
)


@check("spectral_l2_fft", points=0.75)
def spectral_l2_fft_cuts_or_pads_to_n_fft(spectral_l2_fft):
    """With `n_fft` the first `n_fft` samples count, padded with zeros where there are fewer."""
    fixed = (
        _spectral_case(8, 5, 1, torch.float32, batch=(2, 6)),
        _spectral_case(5, 8, 2, torch.float64, batch=(2, 3)),
    )
    for y_pred, y_target, n_fft in itertools.chain(fixed, N_FFTS):
        length = y_pred.shape[-1]
        want, last = _spectral(y_pred, y_target, n_fft), slice(-min(n_fft, length), None)
        watched = watch(y_pred, y_target)
        expect_close(
            spectral_l2_fft(y_pred, y_target, n_fft=n_fft),
            torch.tensor(want, dtype=y_pred.dtype),
            f"spectral_l2_fft(y_pred, y_target, n_fft={n_fft}) for a length of {length}",
            mistakes={
                f"an n_fft that does not {'cut' if n_fft < length else 'pad'}": _spectral(
                    y_pred, y_target
                ),
                "the last instead of the first samples": _spectral(
                    y_pred[..., last], y_target[..., last], n_fft
                ),
                "a normalization by the length, not by n_fft": want * n_fft / length,
            },
            hint="`torch.fft.rfft` cuts and pads by itself: hand it `n=n_fft`.",
        )
        expect_left_alone(watched, "spectral_l2_fft(y_pred, y_target, n_fft)")
    y_pred, y_target = signal_pair((6,), 8, torch.float32)
    expect_close(
        spectral_l2_fft(y_pred, y_target, 4),
        torch.tensor(_spectral(y_pred, y_target, 4)),
        "spectral_l2_fft(y_pred, y_target, 4)",
    )


@check("spectral_l2_fft", points=0.75)
def spectral_l2_fft_gradients(spectral_l2_fft):
    """Gradients flow to both signals."""
    cases = (((7,), torch.float32, None), ((2, 6), torch.float64, None), ((5,), torch.float64, 8))
    for shape, dtype, n_fft in cases:
        pair, call = signal_pair(shape, 29, dtype), f"spectral_l2_fft(y_pred, y_target, {n_fft})"
        expect_both_gradients(spectral_l2_fft, _spectral_gradient, pair, (n_fft,), call)
