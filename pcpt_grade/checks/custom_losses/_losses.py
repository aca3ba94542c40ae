"""What every loss is checked for: values on pairs of signals, inputs kept, gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from pcpt_grade.checks.draw import SEEDS, Examples, normal
from pcpt_grade.checks.expect import (
    expect_close,
    expect_gradients,
    expect_tensor,
    fail,
    watch,
)
from pcpt_grade.checks.tools import expect_left_alone

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def signal_pair(
    shape: tuple[int, ...], seed: int, dtype: torch.dtype, scale: float = 1.0
) -> tuple[torch.Tensor, torch.Tensor]:
    """Two unrelated signals, whose means are not 0."""
    y_pred = normal(*shape, seed=seed, dtype=dtype) + 0.5
    y_true = 2 * normal(*shape, seed=seed + 1, dtype=dtype) - 1
    return scale * y_pred, scale * y_true


def _each_shape(seed: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Pairs of every shape, those of one dimension and of two in float32 and in float64.

    Each number of dimensions comes small and large, and the first shape comes back at the end, with
    other values.
    """
    single, double = torch.float32, torch.float64
    cases = (
        ((7,), single, 1.0),
        ((2,), double, 40.0),
        ((5, 3), single, 40.0),
        ((5, 3), double, 1.0),
        ((2, 3, 4), double, 40.0),
        ((1, 1, 6), single, 1.0),
        ((7,), single, 40.0),
    )
    return [
        signal_pair(shape, seed + index, dtype, scale)
        for index, (shape, dtype, scale) in enumerate(cases)
    ]


def as_numbers(tensor: torch.Tensor) -> list[float]:
    return [float(entry) for entry in tensor.detach().double().reshape(-1).tolist()]


def expect_pure(loss_fn: Loss, oracle: Callable[..., float], call: str) -> None:
    """Fail unless a loss has the right value and leaves its inputs alone."""
    y_pred, y_true = signal_pair((6,), 3, torch.float32)
    want, watched = torch.tensor(oracle(y_pred, y_true)), watch(y_pred, y_true)
    got = loss_fn(y_pred, y_true)
    expect_left_alone(watched, call)
    expect_close(got, want, call)


def has_ones(grad: torch.Tensor | None) -> bool:
    """Tell whether a ``.grad`` of ones is still there."""
    return grad is not None and bool((grad == 1).all())


def expect_both_gradients(
    loss_fn: Callable[..., torch.Tensor],
    slope: Callable[..., torch.Tensor],
    pair: tuple[torch.Tensor, torch.Tensor],
    options: tuple[Any, ...],
    call: str,
) -> None:
    """Fail unless a symmetric loss has the gradient ``slope(y, other, *options)`` for each signal.

    The caller asks for gradients, so each ``.grad`` stays as it was. The factor of 3 is there for a
    backward pass by hand, which has to go on from what comes in.
    """
    y_pred, y_true = (tensor.requires_grad_() for tensor in pair)
    y_pred.grad, y_true.grad = torch.ones_like(y_pred), torch.ones_like(y_true)
    loss = loss_fn(y_pred, y_true, *options)
    expect_tensor(loss, call, (), y_pred.dtype)
    if not (has_ones(y_pred.grad) and has_ones(y_true.grad)):
        fail(f"{call} changed the `.grad` of its inputs.", "`backward()` is up to whoever called.")
    wants = {
        "the prediction": 3 * slope(y_pred, y_true, *options),
        "the target": 3 * slope(y_true, y_pred, *options),
    }
    expect_gradients(
        3 * loss,
        {"the prediction": y_pred, "the target": y_true},
        wants,
        f"3 * {call}",
        "Autograd has to follow the whole formula: `.detach()`, `.item()`, `.data`, "
        "`torch.no_grad()`, NumPy and new tensors made of values all cut it.",
        {
            name: {f"{name} detached": torch.zeros_like(want), "the other sign": -want}
            for name, want in wants.items()
        },
    )


LOSS_PAIRS = Examples(_each_shape, count=1, seed=SEEDS)
