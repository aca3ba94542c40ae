"""Batch normalization: inputs of a layer, its moments and its formula in another way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, Examples, normal
from pcpt_grade.checks.expect import fail
from pcpt_grade.checks.normalization._inputs import SHAPES, matrix
from pcpt_grade.checks.tools import Array


def _layer_input(
    shape: tuple[int, int], seed: int, dtype: torch.dtype
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return x, gamma (of either sign) and beta."""
    gamma = 1.5 * normal(shape[1], seed=seed + 1, dtype=torch.float64)
    beta = 2 * normal(shape[1], seed=seed + 2, dtype=torch.float64)
    return matrix(shape, seed, dtype), gamma.to(dtype), beta.to(dtype)


LAYER_SEEDS = st.integers(0, 2**30)
LAYER_INPUTS = Examples(_layer_input, count=5, shape=SHAPES, seed=LAYER_SEEDS, dtype=FLOATS)


def _gentle_input(
    shape: tuple[int, int], seed: int, dtype: torch.dtype
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return x, gamma and beta whose gradients are well conditioned in float32."""
    _, gamma, beta = _layer_input(shape, seed, dtype)
    return normal(*shape, seed=seed, dtype=dtype), gamma, beta


GENTLE_INPUTS = Examples(
    _gentle_input,
    count=3,
    shape=st.sampled_from([(4, 1), (5, 3), (4, 4), (7, 2)]),
    seed=LAYER_SEEDS,
    dtype=FLOATS,
)


def scaled_and_shifted(
    x: torch.Tensor, mean: Any, denominator: Any, gamma: torch.Tensor, beta: torch.Tensor
) -> torch.Tensor:
    """Return gamma (x - mean) / denominator + beta, entry by entry in Python floats."""
    scales, shifts = gamma.tolist(), beta.tolist()
    centers, sizes = (np.broadcast_to(part, x.shape).tolist() for part in (mean, denominator))
    rows = [
        [
            scale * (value - center) / size + shift
            for value, center, size, scale, shift in zip(*row, scales, shifts, strict=True)
        ]
        for row in zip(x.tolist(), centers, sizes, strict=True)
    ]
    return torch.tensor(rows, dtype=x.dtype)


def moments(x: torch.Tensor, axis: int | None = 0, ddof: int = 0) -> tuple[Array, Array]:
    """Return mean and variance in float64, of each column or of all; biased unless ddof is 1."""
    values = x.detach().double().numpy()
    return values.mean(axis, keepdims=True), values.var(axis, ddof=ddof, keepdims=True)


def expect_no_backward(call: str, **tensors: torch.Tensor) -> None:
    """Fail if a call left a gradient behind in one of its inputs, which may require gradients."""
    for name, tensor in tensors.items():
        if tensor.grad is not None:
            fail(
                f"{call} left a gradient in the `.grad` of its input {name}.",
                "Calling `backward` is up to the caller.",
            )


def eps_mistakes(
    var: Array, eps: float, divided_by: Callable[[Any], torch.Tensor]
) -> dict[str, torch.Tensor]:
    """Return what wrong denominators lead to, by name."""
    wrong = {
        "no eps": np.sqrt(np.maximum(var, 1e-300)),
        "eps added to the standard deviation instead of the variance": np.sqrt(var) + eps,
        "eps as a lower bound of the variance": np.sqrt(np.maximum(var, eps)),
        "eps = 1e-5 whatever eps is": np.sqrt(var + 1e-5),
        "eps = 1e-3": np.sqrt(var + 1e-3),
        "eps = 1e-6": np.sqrt(var + 1e-6),
        "eps = 1e-8": np.sqrt(var + 1e-8),
    }
    return {name: divided_by(denominator) for name, denominator in wrong.items()}


def stored_statistics(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Return running statistics that are not those of the batch."""
    columns = x.shape[1]
    mean = normal(columns, seed=21, dtype=x.dtype)
    return mean, 0.2 + 3 * normal(columns, seed=22, dtype=x.dtype) ** 2
