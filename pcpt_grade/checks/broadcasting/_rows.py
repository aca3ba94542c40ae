"""Vectors of every kind, and the rows that ``expand_rows`` and ``repeat_rows`` make of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from pcpt_grade.checks.broadcasting._properties import inputs_kept
from pcpt_grade.checks.draw import normal


def every_vector() -> dict[str, torch.Tensor]:
    """Vectors of which some are views of a larger tensor."""
    return {
        "b of its own": normal(4, seed=51),
        "float64 b of its own": normal(4, seed=51, dtype=torch.float64),
        "b = big[2:5]": normal(8, seed=52)[2:5],
        "b = big[::2]": normal(6, seed=53)[::2],
        "b a column of a matrix": normal(3, 4, seed=54, dtype=torch.float64)[:, 1],
        "b itself expanded": normal(1, seed=55).expand(3),
        "b that requires gradients": normal(4, seed=58).requires_grad_(),
    }


REFUSED = object()
"""In place of a result where a function does not take what it need not take."""


def rows_of(function: Callable[..., Any], b: torch.Tensor, n: int, call: str) -> Any:
    """Return ``function(b, n)``, or ``REFUSED`` where it takes no b that requires gradients.

    NumPy refuses such a b, and neither function has to be differentiable. But who takes it treats
    it like any other: it stays as it is, and the result is a view or a copy as promised.
    """
    with inputs_kept(call, b=b):
        try:
            return function(b, n)
        except (AssertionError, BufferError, RuntimeError, TypeError, ValueError):
            if not b.requires_grad:
                raise
    return REFUSED
