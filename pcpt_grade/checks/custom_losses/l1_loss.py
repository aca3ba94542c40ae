"""The properties checked for ``l1_loss``."""

from __future__ import annotations

import math

import torch

from pcpt_grade.checks.custom_losses._losses import (
    LOSS_PAIRS,
    as_numbers,
    expect_both_gradients,
    expect_pure,
    signal_pair,
)
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close
from pcpt_grade.checks.registry import check


def _l1(y_pred: torch.Tensor, y_true: torch.Tensor) -> float:
    """The mean absolute difference with plain numbers."""
    gaps = [abs(a - b) for a, b in zip(as_numbers(y_pred), as_numbers(y_true), strict=True)]
    return math.fsum(gaps) / len(gaps)


def _l1_gradient(y: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """The gradient of the L1 loss with respect to ``y``: ±1/N."""
    signs = [math.copysign(1, a - b) for a, b in zip(as_numbers(y), as_numbers(other), strict=True)]
    return torch.tensor(signs, dtype=y.dtype).reshape(y.shape) / len(signs)


@check("l1_loss", points=0.5, public=True)
def l1_loss_of_three_numbers(l1_loss):
    """The L1 loss of [1, 2, 3] against [1, 4, 0] is (0 + 2 + 3) / 3."""
    y_pred, y_true = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 4.0, 0.0])
    expect_close(
        l1_loss(y_pred, y_true),
        torch.tensor(5 / 3),
        "l1_loss([1, 2, 3], [1, 4, 0])",
        mistakes={
            "the sum instead of the mean": 5.0,
            "squared instead of absolute differences": 13 / 3,
            "signed differences, which cancel": 1 / 3,
            "signed differences in the other order, which cancel": -1 / 3,
            "the root of the mean square": math.sqrt(13 / 3),
            "the largest instead of the mean difference": 3.0,
            "a loss that is quadratic for small differences": 4 / 3,
            "a division by N - 1": 2.5,
        },
        hint="Take absolute values first, then average over all entries.",
    )


@check("l1_loss", points=0.375)
def l1_loss_averages_every_entry(l1_loss):
    """The L1 loss averages over all entries, for every shape, and keeps the dtype."""
    for pairs in LOSS_PAIRS:
        for near_pred, near_true in pairs:
            # at 1e6, float32 would round the differences away
            level = 1e6 if near_pred.dtype == torch.float64 else 0.0
            y_pred, y_true = near_pred + level, near_true + level
            want, N = _l1(y_pred, y_true), y_pred.numel()
            by_dimension = "a sum over all entries divided by the length of one dimension"
            expect_close(
                l1_loss(y_pred, y_true),
                torch.tensor(want, dtype=y_pred.dtype),
                f"l1_loss of two tensors of shape {tuple(y_pred.shape)}",
                mistakes={
                    by_dimension: want * N / y_pred.shape[0],
                    f"{by_dimension}, the last": want * N / y_pred.shape[-1],
                    "a division by N - 1": want * N / (N - 1),
                },
                hint="The mean is over all entries, whatever the shape; the result is 0-dim. "
                "Compute in the dtype of the inputs.",
            )
    signal = normal(5, seed=9)
    expect_close(l1_loss(signal, signal.clone()), torch.tensor(0.0), "l1_loss of equal signals")


@check("l1_loss", points=0.25)
def l1_loss_leaves_its_inputs_alone(l1_loss):
    """The L1 loss does not change its inputs."""
    expect_pure(l1_loss, _l1, "l1_loss(y_pred, y_true)")


@check("l1_loss", points=0.375)
def l1_loss_gradients(l1_loss):
    """The gradient of the L1 loss is ±1/N for every entry of both arguments."""
    # however small the differences: what is rounded off at 0 has other slopes there
    for shape, dtype, scale in (((5,), torch.float32, 0.01), ((2, 3), torch.float64, 1.0)):
        pair = signal_pair(shape, 17, dtype, scale)
        expect_both_gradients(l1_loss, _l1_gradient, pair, (), "l1_loss(y_pred, y_true)")
