"""The properties checked for ``standardize``."""

from __future__ import annotations

import torch

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_close, show, watch
from pcpt_grade.checks.normalization._inputs import SHAPES, matrix
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone

MATRICES = Examples(matrix, count=6, shape=SHAPES, seed=SEEDS, dtype=FLOATS)


def _standardized(X: torch.Tensor, eps: float, axis: int | None = 0, ddof: int = 1) -> torch.Tensor:
    values = X.detach().double().numpy()
    mean, std = values.mean(axis, keepdims=True), values.std(axis, ddof=ddof, keepdims=True)
    return torch.from_numpy((values - mean) / (std + eps)).to(X.dtype)


@check("standardize", points=0.5, public=True)
def standardize_two_columns(standardize):
    """The columns [1, 3, 5] and [10, 30, 50] both become [-1, 0, 1]."""
    X = torch.tensor([[1.0, 10.0], [3.0, 30.0], [5.0, 50.0]])
    want = torch.tensor([[-1.0, -1.0], [0.0, 0.0], [1.0, 1.0]])
    expect_close(
        standardize(X),
        want,
        "standardize([[1, 10], [3, 30], [5, 50]])",
        mistakes={
            "the biased standard deviation (division by N)": want * 1.5**0.5,
            "the variance instead of the standard deviation": want / torch.tensor([2.0, 20.0]),
            "the mean left in place": X / torch.tensor([2.0, 20.0]),
            "the mean removed, but no division": want * torch.tensor([2.0, 20.0]),
            "mean and standard deviation of the whole matrix": (X - X.mean()) / X.std(),
            "statistics of the rows": torch.tensor([[-0.707107, 0.707107]] * 3),
            "forgotten parentheses, X - mean / std": X - 1.5,
            "the standard deviation of the first column for all columns": want
            * torch.tensor([1.0, 10.0]),
        },
        hint="Mean and standard deviation of each column: `dim=0`.",
    )


@check("standardize", points=0.5)
def standardize_each_column(standardize):
    """Every column is standardized with its own mean and unbiased standard deviation."""
    for X in MATRICES:
        watched = watch(X)
        call = f"standardize(X) for X of shape {tuple(X.shape)}"
        want, mistakes = _standardized(X, 1e-6), _standardize_mistakes(X, 1e-6)
        got = standardize(X)
        expect_left_alone(watched, call)
        expect_close(got, want, call, mistakes)


def _standardize_mistakes(X: torch.Tensor, eps: float) -> dict[str, torch.Tensor]:
    std, centred = X.std(dim=0), X - X.mean(dim=0)
    rows = {"statistics of the rows": _standardized(X, eps, axis=1)} if X.shape[1] > 1 else {}
    return {
        **rows,
        "values cut off at three standard deviations": (centred / (std + eps)).clamp(-3, 3),
        "the biased standard deviation (division by N)": _standardized(X, eps, ddof=0),
        "statistics of the whole matrix": _standardized(X, eps, axis=None),
        "no eps": centred / std,
        "eps under the square root, added to the variance": centred / (std**2 + eps).sqrt(),
        "eps as a lower bound of the standard deviation": centred / std.clamp_min(eps),
        "eps = 1e-6 whatever eps is": _standardized(X, 1e-6),
        "eps = 1e-5": _standardized(X, 1e-5),
        "eps = 1e-8": _standardized(X, 1e-8),
    }


@check("standardize", points=0.25)
def standardize_with_eps(standardize):
    """`eps` is added to the standard deviation, 1e-6 by default or as given."""
    scales = torch.tensor([1.0, 3e-7, 100.0], dtype=torch.float64)
    X = normal(6, 3, seed=5, dtype=torch.float64) * scales
    for eps, arguments, text in ((1e-6, {}, ""), (0.25, {"eps": 0.25}, ", eps=0.25")):
        want, mistakes = _standardized(X, eps), _standardize_mistakes(X, eps)
        call = f"standardize(X{text}) for columns with standard deviations near 1, 3e-7 and 100"
        expect_close(
            standardize(X, **arguments), want, call, mistakes, "The denominator is std + eps."
        )


@check("standardize", points=0.25)
def standardize_constant_columns(standardize):
    """A constant column becomes zero, and does not disturb the others."""
    for dtype in (torch.float32, torch.float64):
        # four rows and powers of two: sums and means are exact in every order of evaluation
        # entries that agree, the first and the last among them, do not make a column constant
        # zeros and ones are numbers like any other: neither missing values nor categories
        X = torch.tensor([[1.0, 2.0, 0.0], [1.0, 2.0, 0.0], [0.0, 2.0, 0.0], [1.0, 2.0, 0.0]])
        X = X.to(dtype)
        call = f"standardize({show(X)})"
        want = _standardized(X, 1e-6)
        mistakes = {
            "zeros left out of the mean": (X - X[0]) / (X.std(dim=0) + 1e-6),
            "columns of zeros and ones left as they are": torch.where(X < 2, X, want),
        }
        hint = "0 / (0 + eps) is 0: no case is special."
        expect_close(standardize(X), want, call, mistakes, hint)
