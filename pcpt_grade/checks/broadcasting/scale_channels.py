"""The properties checked for ``scale_channels``."""

from __future__ import annotations

import torch

from pcpt_grade.checks.broadcasting._properties import (
    expect_all_gradients,
    expect_exact,
    expect_vectorized,
    inputs_kept,
)
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close
from pcpt_grade.checks.registry import check


@check("scale_channels", points=0.5, public=True)
def scale_channels_of_two_signals(scale_channels):
    """With gains [1, 10], channel 1 of every signal is ten times as large and channel 0 stays."""
    X = torch.tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]])
    expect_close(
        scale_channels(X, torch.tensor([1.0, 10.0])),
        torch.tensor([[[1.0, 2.0], [30.0, 40.0]], [[5.0, 6.0], [70.0, 80.0]]]),
        "scale_channels([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], [1, 10])",
        mistakes={
            "one gain per time step instead of one per channel": [
                [[1.0, 20.0], [3.0, 40.0]],
                [[5.0, 60.0], [7.0, 80.0]],
            ],
            "one gain per example of the batch instead of one per channel": [
                [[1.0, 2.0], [3.0, 4.0]],
                [[50.0, 60.0], [70.0, 80.0]],
            ],
            "the gains added instead of multiplied": [
                [[2.0, 3.0], [13.0, 14.0]],
                [[6.0, 7.0], [17.0, 18.0]],
            ],
        },
        hint="The channel is the middle dimension of (B, C, T). Shapes are aligned from the right, "
        "so a plain (C,) meets T.",
    )


def _scaled(X: torch.Tensor, gains: torch.Tensor) -> torch.Tensor:
    """The oracle: channel by channel."""
    return torch.stack([X[:, c] * gain for c, gain in enumerate(gains)], dim=1)


@check("scale_channels", points=0.5)
def scale_channels_in_any_size(scale_channels):
    """Channel c is multiplied by gain c, also where sizes coincide; X and gains stay unchanged."""
    for shape, dtype, level in (
        ((2, 3, 4), torch.float64, 1.0),
        ((3, 2, 5), torch.float32, 1000.0),
        ((2, 3, 3), torch.float32, 1.0),
        ((3, 3, 2), torch.float64, 0.0),
        ((3, 2, 3), torch.float64, 1.0),
        ((4, 4, 4), torch.float32, 1.0),
        ((2, 1, 5), torch.float32, 1.0),
    ):
        X, gains = normal(*shape, seed=21, dtype=dtype), normal(shape[1], seed=22, dtype=dtype)
        gains[0] *= level
        call = f"scale_channels(X, gains) with {dtype} X of shape {shape}"
        want = _scaled(X, gains)
        mistakes = {
            "the gains without their sign": _scaled(want, gains.sign()),
            "a channel of gain 0 left as it is": _scaled(X, gains + (gains == 0)),
        }
        with inputs_kept(call, X=X, gains=gains):
            expect_exact(scale_channels(X, gains), want, call, mistakes)


@check("scale_channels", points=0.5)
def scale_channels_gradients(scale_channels):
    """Gradients reach X times the gain, and each gain summed over batch and time."""
    weights = normal(3, 2, 4, seed=23, dtype=torch.float64)
    X, gains = normal(3, 2, 4, seed=24, dtype=torch.float64), torch.tensor([0.5, -3.0]).double()
    through = weights * X
    expect_all_gradients(
        scale_channels,
        {"X": X, "gains": gains},
        weights,
        {
            "X": _scaled(weights, gains),
            "gains": torch.stack([through[:, c].sum() for c in range(2)]),
        },
        "scale_channels(X, gains)",
        {
            "X": {"an X that is cut from the graph": torch.zeros(3, 2, 4)},
            "gains": {"gains that are cut from the graph": torch.zeros(2)},
        },
    )


@check("scale_channels", points=0.5)
def scale_channels_is_vectorized(scale_channels):
    """However large the batch is, the same number of torch operations gives the right result."""
    expect_vectorized(
        scale_channels,
        lambda size: (normal(size, 2, 3, seed=25), normal(2, seed=26)),
        _scaled,
        "scale_channels(X, gains)",
    )
