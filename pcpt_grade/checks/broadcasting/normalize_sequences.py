"""The properties checked for ``normalize_sequences``."""

from __future__ import annotations

import itertools

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.broadcasting._properties import (
    SIZES,
    expect_all_gradients,
    expect_vectorized,
    inputs_kept,
)
from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import expect_close
from pcpt_grade.checks.registry import check


def _sequences(B: int, T: int, seed: int, dtype: torch.dtype, scale: float = 1.0) -> torch.Tensor:
    """Rows that differ in offset and spread, all of them far from constant."""
    ramp = torch.linspace(-1, 1, T, dtype=torch.float64)
    noise = uniform(B, T, seed=seed, low=-0.3, high=0.3, dtype=torch.float64)
    offset = normal(B, 1, seed=seed + 1, dtype=torch.float64)
    spread = 2.0 ** torch.arange(B, dtype=torch.float64).reshape(B, 1)
    return (scale * spread * (ramp + noise + offset)).to(dtype)


def _normalized(seq: torch.Tensor) -> torch.Tensor:
    """The oracle: time step by time step, in float64."""
    steps, zero = seq.double().unbind(dim=1), torch.zeros(len(seq), dtype=torch.float64)
    mean = sum(steps, zero) / len(steps)
    variance = sum(((step - mean) ** 2 for step in steps), zero) / (len(steps) - 1)
    return torch.stack([(step - mean) / variance**0.5 for step in steps], dim=1).to(seq.dtype)


@check("normalize_sequences", points=0.5, public=True)
def normalize_sequences_of_two_rows(normalize_sequences):
    """[1, 2, 3] becomes [-1, 0, 1], and [10, 30, 20] becomes [-1, 1, 0]."""
    seq = torch.tensor([[1.0, 2.0, 3.0], [10.0, 30.0, 20.0]])
    centered = torch.tensor([[-1.0, 0.0, 1.0], [-10.0, 10.0, 0.0]])
    column = 0.5**0.5
    expect_close(
        normalize_sequences(seq),
        torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 1.0, 0.0]]),
        "normalize_sequences([[1, 2, 3], [10, 30, 20]])",
        mistakes={
            "the biased standard deviation": [
                [-(1.5**0.5), 0, 1.5**0.5],
                [-(1.5**0.5), 1.5**0.5, 0],
            ],
            "columns normalized instead of rows": [[-column] * 3, [column] * 3],
            "one mean and one standard deviation for all rows together": (seq - 11) / 137.6**0.5,
            "the mean subtracted, but no division by the standard deviation": centered,
            "a division by the variance": centered / torch.tensor([[1.0], [100.0]]),
            "a division by the standard deviation, but no mean subtracted": [
                [1.0, 2.0, 3.0],
                [1.0, 3.0, 2.0],
            ],
            "a division by the norm": centered / torch.tensor([[2.0], [200.0]]).sqrt(),
        },
        hint="Mean and standard deviation are taken along the last dimension, one per row.",
    )


SEQUENCES = Examples(
    _sequences, count=5, B=SIZES, T=st.sampled_from([2, 3, 4, 7]), seed=SEEDS, dtype=FLOATS
)


def _with_outlier() -> torch.Tensor:
    """Long rows, one of which has an entry that is far from all others."""
    seq = _sequences(3, 60, 30, torch.float32)
    seq[1, 50] += 100.0
    return seq


@check("normalize_sequences", points=0.5)
def normalize_sequences_in_any_size(normalize_sequences):
    """Every row gets its own mean and unbiased std, for any size and dtype; seq stays as it is."""
    for seq in itertools.chain(SEQUENCES, [_with_outlier()]):
        call = f"normalize_sequences(seq) with {seq.dtype} seq of shape {tuple(seq.shape)}"
        want = _normalized(seq)
        mistakes = {
            "the biased standard deviation": want * (seq.shape[1] / (seq.shape[1] - 1)) ** 0.5,
            "values clipped at three standard deviations": want.clamp(-3, 3),
        }
        hint = "Compute in the dtype of seq all the way, and without an eps in the denominator."
        with inputs_kept(call, seq=seq):
            expect_close(normalize_sequences(seq), want, call, mistakes, hint)


@check("normalize_sequences", points=0.5)
def normalize_sequences_of_faint_rows(normalize_sequences):
    """Rows whose values differ by millionths or thousands come out just as any other."""
    for T, scale, dtype in (
        (2, 1e-4, torch.float32),
        (5, 1e-6, torch.float32),
        (4, 1e-6, torch.float64),
        (3, 1e3, torch.float32),
    ):
        seq = _sequences(3, T, 31, dtype, scale)
        want = _normalized(seq)
        expect_close(
            normalize_sequences(seq),
            want,
            f"normalize_sequences(seq) with {dtype} seq of size {scale:g} and T = {T}",
            hint="The definition has no eps: the standard deviation is not zero, however small.",
        )


@check("normalize_sequences", points=0.5)
def normalize_sequences_gradient(normalize_sequences):
    """The gradient goes through the mean and the standard deviation as well."""
    for T, dtype in ((5, torch.float64), (2, torch.float64), (4, torch.float32)):
        seq = _sequences(3, T, 32, dtype)
        weights = normal(3, T, seed=33, dtype=dtype)
        want, std = _normalized(seq), seq.std(dim=1, keepdim=True)
        mean_weight = weights.mean(dim=1, keepdim=True)
        through_std = want * (weights * want).sum(dim=1, keepdim=True) / (T - 1)
        expect_all_gradients(
            normalize_sequences,
            {"seq": seq},
            weights,
            {"seq": (weights - mean_weight - through_std) / std},
            f"normalize_sequences(seq) with {dtype} seq and T = {T}",
            {
                "seq": {
                    "a standard deviation that is cut from the graph": (weights - mean_weight)
                    / std,
                    "a mean that is cut from the graph": (weights - through_std) / std,
                    "a mean and a standard deviation that are cut from the graph": weights / std,
                }
            },
        )


@check("normalize_sequences", points=0.5)
def normalize_sequences_is_vectorized(normalize_sequences):
    """However many rows there are, the same number of torch operations gives the right result."""
    expect_vectorized(
        normalize_sequences,
        lambda size: (normal(size, 5, seed=34),),
        _normalized,
        "normalize_sequences(seq)",
    )
