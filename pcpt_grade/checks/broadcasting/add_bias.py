"""The properties checked for ``add_bias``."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.broadcasting._properties import (
    SIZES,
    expect_all_gradients,
    expect_exact,
    expect_vectorized,
    inputs_kept,
)
from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_close
from pcpt_grade.checks.registry import check


@check("add_bias", points=0.5, public=True)
def add_bias_of_two_rows(add_bias):
    """The bias [10, 20] is added to both rows of [[1, 2], [3, 4]]."""
    X, b = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([10.0, 20.0])
    expect_close(
        add_bias(X, b),
        torch.tensor([[11.0, 22.0], [13.0, 24.0]]),
        "add_bias([[1, 2], [3, 4]], [10, 20])",
        mistakes={
            "one bias per row instead of one per column": [[11.0, 12.0], [23.0, 24.0]],
            "the bias subtracted": [[-9.0, -18.0], [-7.0, -16.0]],
            "the bias multiplied instead of added": [[10.0, 40.0], [30.0, 80.0]],
        },
        hint="Shapes are aligned from the right: the last dimension of X meets that of b.",
    )


def _biased(X: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """The oracle: column by column."""
    return torch.stack([column + bias for column, bias in zip(X.T, b, strict=True)], dim=1)


BIASED = Examples(
    lambda B, D, seed, dtype: (
        normal(B, D, seed=seed, dtype=dtype),
        normal(D, seed=seed + 1, dtype=dtype),
    ),
    count=5,
    B=SIZES,
    D=st.integers(1, 5),
    seed=SEEDS,
    dtype=FLOATS,
)


@check("add_bias", points=0.25)
def add_bias_in_any_size(add_bias):
    """Row i of the result is row i of X plus b, in any size and dtype; X and b stay unchanged."""
    for X, b in BIASED:
        call, want = f"add_bias(X, b) with {X.dtype} X of shape {tuple(X.shape)}", _biased(X, b)
        with inputs_kept(call, X=X, b=b):
            expect_exact(add_bias(X, b), want, call)


@check("add_bias", points=0.5)
def add_bias_gradients(add_bias):
    """Gradients reach X as they are, and b summed over the rows, whichever of them wants one."""
    weights = normal(4, 3, seed=11, dtype=torch.float64)
    expect_all_gradients(
        add_bias,
        {
            "X": normal(4, 3, seed=12, dtype=torch.float64),
            "b": torch.zeros(3, dtype=torch.float64),  # as a layer's bias may start
        },
        weights,
        {"X": weights, "b": weights.sum(0)},
        "add_bias(X, b)",
        {
            "X": {"an X that is cut from the graph": torch.zeros(4, 3)},
            "b": {
                "a b that is cut from the graph": torch.zeros(3),
                "a mean over the rows instead of a sum": weights.mean(0),
            },
        },
    )


@check("add_bias", points=0.25)
def add_bias_is_vectorized(add_bias):
    """However many rows there are, the same number of torch operations gives the right result."""
    expect_vectorized(
        add_bias,
        lambda size: (normal(size, 3, seed=14), normal(3, seed=15)),
        _biased,
        "add_bias(X, b)",
    )
