"""The properties checked for ``dropout_mask``."""

from __future__ import annotations

import math
from typing import Any

import torch

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import comes_of, expect_tensor, fail, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.regularization._dropout import expect_independent, expect_random, expect_rate
from pcpt_grade.checks.tools import expect_left_alone, global_seed


def _expect_mask(mask: Any, X: torch.Tensor, call: str) -> torch.Tensor:
    """Return where a mask keeps entries, after looking that it has zeros and ones only."""
    expect_tensor(mask, call, X.shape, X.dtype)
    kept = mask == 1
    if not bool((kept | (mask == 0)).all()):
        wrong = mask[~(kept | (mask == 0))][0]
        fail(
            f"{call} should have zeros and ones only, but has an entry {float(wrong)!r}.",
            "A mask is not scaled and has nothing to do with the values in X.",
        )
    return kept.detach()


@check("dropout_mask", points=0.5, public=True)
def dropout_mask_is_zero_or_one(dropout_mask):
    """Every entry of the mask is exactly 0 or 1; there are both, as many as there are values."""
    X = torch.arange(1.0, 2001.0).reshape(40, 50)
    mask = dropout_mask(X, 0.25)
    expect_tensor(mask, "dropout_mask(X, 0.25)", (40, 50), torch.float32)
    wrong = mask[(mask != 0) & (mask != 1)]
    if len(wrong) > 0:
        fail(
            f"dropout_mask(X, 0.25) should have zeros and ones only, but has {float(wrong[0])!r}.",
            "The mask itself is not scaled by 1/(1 - p), and it does not contain X.",
        )
    kept = int(mask.sum())
    if not 1250 <= kept <= 1750:
        named = "p as the probability of keeping" if 250 <= kept <= 750 else ""
        named = "p = 0.5, whatever p is" if 800 <= kept <= 1200 else named
        fail(
            f"dropout_mask(X, 0.25) should keep about 1500 of 2000 entries, but keeps {kept}."
            + comes_of(named),
            "p is the probability that an entry is dropped.",
        )


@check("dropout_mask", points=0.25)
def dropout_mask_has_the_form_of_the_input(dropout_mask):
    """The mask has the shape and the dtype of X, which stays as it is."""
    for shape, dtype in (
        ((900,), torch.float64),
        ((13, 4, 15), torch.float32),
        ((160, 5), torch.float64),
    ):
        X, call = normal(*shape, seed=7, dtype=dtype), f"dropout_mask(X, 0.3) for a {shape} X"
        before = watch(X)
        with global_seed(11):
            kept = _expect_mask(dropout_mask(X, p=0.3), X, call)
        expect_left_alone(before, "dropout_mask")
        expect_rate(~kept, 0.3, call)


@check("dropout_mask", points=0.25)
def dropout_mask_of_certain_cases(dropout_mask):
    """The mask is all ones for p = 0 and all zeros for p = 1."""
    for X in (normal(200, 250, seed=1), normal(3, 4, seed=2, dtype=torch.float64)):
        for p, want in ((0.0, X.numel()), (1.0, 0)):
            with global_seed(3):
                count = int(_expect_mask(dropout_mask(X, p), X, f"dropout_mask(X, {p})").sum())
            if count != want:
                fail(
                    f"dropout_mask(X, {p}) should keep {want} of {X.numel()} entries, but keeps "
                    f"{count}.",
                    "p=0 drops nothing, p=1 drops everything, without exception.",
                )


@check("dropout_mask", points=0.25)
def dropout_mask_has_the_rate(dropout_mask):
    """A share p of the entries is dropped, and the others are exactly 1, for any p."""
    for p, dtype, n in (
        (0.15, torch.float32, 100),
        (0.58, torch.float32, 100),
        (0.9, torch.float64, 100),
        (0.0004, torch.float32, 1000),  # below what is left of draws in whole thousandths
        (0.996, torch.float64, 400),
    ):
        X, call = torch.ones(120, n, dtype=dtype), f"dropout_mask(X, {p})"
        with global_seed(round(100 * p)):
            kept = _expect_mask(dropout_mask(X, p), X, call)
        expect_rate(~kept, p, call, "Each entry is dropped with probability p, not with p rounded.")


@check("dropout_mask", points=0.25)
def dropout_mask_ignores_the_values(dropout_mask):
    """The mask has nothing to do with the values in X: zeros, NaN and inf included."""
    for value in (0.0, math.nan, math.inf, -1e30):
        X = torch.full((30, 40), value)
        call = f"dropout_mask of a tensor full of {value}"
        with global_seed(5):
            kept = _expect_mask(dropout_mask(X, 0.4), X, call)
        expect_rate(~kept, 0.4, call, "Draw the mask from random numbers, not from X.")


@check("dropout_mask", points=0.25)
def dropout_mask_draws_from_the_global_rng(dropout_mask):
    """The mask is the same after the same torch.manual_seed and a new one on the next call."""
    X, call = torch.ones(20, 20), "dropout_mask(X, 0.5)"
    expect_random(lambda: _expect_mask(dropout_mask(X, 0.5), X, call), call)


@check("dropout_mask", points=0.25)
def dropout_mask_draws_every_entry(dropout_mask):
    """Every entry is drawn independently: not per row, column or channel, no fixed number."""

    def kept_entries(*shape, p=0.5):
        X = torch.ones(shape)
        return _expect_mask(dropout_mask(X, p), X, f"dropout_mask(X, {p})")

    with global_seed(8):
        expect_independent(kept_entries, "dropout_mask(X, 0.5)")
        if all(bool(kept_entries(2, p=0.95).any()) for _ in range(12)):  # probability 8e-13
            fail(
                "dropout_mask(X, 0.95) never drops both of two entries, although that should "
                "happen in 90% of the calls.",
                "Nothing forces an entry to be kept.",
            )
