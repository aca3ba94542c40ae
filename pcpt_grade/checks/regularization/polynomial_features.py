"""The properties checked for ``polynomial_features``."""

from __future__ import annotations

import math

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import SEEDS, Examples, uniform
from pcpt_grade.checks.expect import expect_close, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("polynomial_features", points=0.5, public=True)
def polynomial_features_of_two_points(polynomial_features):
    """For x = 2 and x = -3, degree 3, the rows are [1, 2, 4, 8] and [1, -3, 9, -27]."""
    want = torch.tensor([[1.0, 2.0, 4.0, 8.0], [1.0, -3.0, 9.0, -27.0]])
    flat = [[2.0, 4.0, 8.0, 16.0], [-3.0, 9.0, -27.0, 81.0]]
    expect_close(
        polynomial_features(torch.tensor([[2.0], [-3.0]]), 3),
        want,
        "polynomial_features([[2], [-3]], 3)",
        mistakes={
            "the powers in descending order": want.flip(1),
            "the powers from 1 instead of from 0": flat,
            "multiples of x instead of powers": [[0.0, 2.0, 4.0, 6.0], [0.0, -3.0, -6.0, -9.0]],
            "powers of the absolute value": want.abs(),
            "the exponent as the base": [[0.0, 1.0, 4.0, 9.0], [math.inf, 1.0, 1 / 8, 1 / 27]],
        },
        hint="Column k holds x**k, for k = 0, …, degree: that makes degree + 1 columns.",
    )


def _points(n, degree, seed):
    x = uniform(n, 1, seed=seed, low=-1.5, high=1.5, dtype=torch.float64)
    x[0] = x[-1]  # a point may occur twice
    x[seed % n] = 0.0
    return x, degree


POINTS = Examples(_points, count=3, n=st.integers(2, 6), degree=st.integers(2, 7), seed=SEEDS)


def _powers(x, degree):
    """Multiply Python floats, one power after the other."""
    rows = [[math.prod([value] * k) for k in range(degree + 1)] for [value] in x.tolist()]
    return torch.tensor(rows, dtype=torch.float64)


@check("polynomial_features", points=0.5)
def polynomial_features_are_powers(polynomial_features):
    """Entry n, k is x[n]**k for positive, zero and negative x, in float32 and float64."""
    far = torch.tensor([[10.0], [-7.0], [3.0]], dtype=torch.float64), 4
    # as many points as columns, and other ones after them
    for x, degree in (*POINTS, _points(13, 12, seed=3), _points(13, 12, seed=4), far):
        want = _powers(x, degree)
        for dtype in (torch.float32, torch.float64):
            expect_close(
                polynomial_features(x.to(dtype, copy=True), degree),
                want.to(dtype),
                f"polynomial_features of {len(x)} points for degree {degree}",
                hint="0**0 is 1, and odd powers of negative numbers are negative.",
            )


@check("polynomial_features", points=0.25)
def polynomial_features_of_low_degree(polynomial_features):
    """Degree 0 gives the column of ones alone, degree 1 the columns 1 and x."""
    x = torch.tensor([[0.5], [-2.0], [0.0]], dtype=torch.float64)
    want = torch.cat([torch.ones_like(x), x], dim=1)
    expect_close(polynomial_features(x, 1), want, "polynomial_features(x, degree=1)")
    expect_close(polynomial_features(x, degree=0), want[:, :1], "polynomial_features(x, degree=0)")


@check("polynomial_features", points=0.25)
def polynomial_features_leave_x(polynomial_features):
    """The points x stay as they are."""
    for x, degree in POINTS:
        before = watch(x)
        want, got = _powers(x, degree), polynomial_features(x, degree)
        expect_left_alone(before, "polynomial_features")
        expect_close(got, want, f"polynomial_features of {len(x)} points for degree {degree}")
