"""The properties checked for ``average_dropout``."""

from __future__ import annotations

import math
from typing import Any

import torch

from pcpt_grade.checks.draw import normal, uniform
from pcpt_grade.checks.expect import comes_of, expect_close, expect_tensor, fail, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.regularization._dropout import (
    away_from_zero,
    expect_independent,
    expect_random,
    is_plausible,
    wrongly_scaled,
)
from pcpt_grade.checks.tools import expect_left_alone, global_seed


@check("average_dropout", points=0.25, public=True)
def average_dropout_keeps_the_expectation(average_dropout):
    """Over 2000 entries and 10 passes the average comes close to X, but not entry by entry."""
    X = torch.full((40, 50), 3.0)
    got = average_dropout(X, 0.5, 10)
    expect_tensor(got, "average_dropout(X, 0.5, 10)", (40, 50), torch.float32)
    center = float(got.mean())
    if not 2.7 < center < 3.3:
        named = "no scaling of the kept entries" if 1.35 < center < 1.65 else ""
        named = "the sum of the passes instead of their mean" if 27 < center < 33 else named
        fail(
            f"average_dropout of threes should be about 3 on average, but is {center:.3g}."
            + comes_of(named),
            "Each pass scales the kept entries by 1/(1 - p); their mean comes close to X.",
        )
    if bool((got == got[0, 0]).all()):
        fail(
            "average_dropout(X, 0.5, 10) has the same value everywhere.",
            "In training mode each entry is dropped or kept by chance; average over the passes "
            "only, not over the entries.",
        )


def _kept_counts(got: Any, X: torch.Tensor, p: float, trials: int, call: str) -> torch.Tensor:
    """Return in how many passes each entry was kept; fails unless that is a whole number."""
    expect_tensor(got, call, X.shape, X.dtype)

    def counts_for(scaled: torch.Tensor) -> torch.Tensor | None:
        counts = (got.detach() / scaled).double() * trials
        whole = counts.round()
        good = ((counts - whole).abs() < 1e-3) & (whole >= 0) & (whole <= trials)
        return whole if bool(good.all()) else None

    counts = counts_for(X / (1 - p))
    if counts is not None:
        return counts
    found = [
        name for name, scaled in wrongly_scaled(X, p).items() if counts_for(scaled) is not None
    ]
    return fail(
        f"{call} is not the mean of {trials} dropout passes: that is X/(1 - p) times the share of "
        "passes in which the entry was kept." + comes_of(found[0] if found else ""),
        "Each pass starts from X itself; add the passes up and divide by their number.",
    )


@check("average_dropout", points=0.5)
def average_dropout_is_a_mean_of_passes(average_dropout):
    """One pass gives 0 or X/(1 - p); more give X/(1 - p) times the share of kept passes."""
    for p, trials, rows, dtype in (
        (0.25, 1, 90, torch.float64),
        (0.75, 3, 90, torch.float32),
        (0.5, 150, 20, torch.float64),
        (0.04, 100, 1, torch.float64),  # comes close to X long before the last pass
    ):
        X = away_from_zero(rows, 30, seed=trials, dtype=dtype)
        call = f"average_dropout(X, {p}, trials={trials})"
        with global_seed(31):
            counts = _kept_counts(average_dropout(X, p, trials=trials), X, p, trials, call)
        if trials > 1 and bool(((counts == 0) | (counts == trials)).all()):
            fail(
                f"In {call} every entry was kept in all passes or in none."
                + comes_of("a single mask for all passes"),
                "Every pass draws a new mask.",
            )
        for count in range(trials + 1):
            share = math.comb(trials, count) * (1 - p) ** count * p ** (trials - count)
            hits = float((counts == count).sum())
            if not is_plausible(hits, X.numel(), share):
                fail(
                    f"In {call} {hits / X.numel():.1%} of the entries were kept in {count} of "
                    f"{trials} passes; with independent passes it would be about {share:.1%}.",
                    "Every pass draws a new mask, and p is the probability of dropping.",
                )


@check("average_dropout", points=0.25)
def average_dropout_draws_from_the_global_rng(average_dropout):
    """The average is the same after the same torch.manual_seed and another on the next call."""
    X = uniform(20, 20, seed=4, low=0.5, high=2.0)
    call = "average_dropout(X, 0.5, 2)"
    expect_random(lambda: _kept_counts(average_dropout(X, 0.5, 2), X, 0.5, 2, call), call)


@check("average_dropout", points=0.25)
def average_dropout_draws_every_entry(average_dropout):
    """Within a pass every entry is drawn independently: not per row, column or channel."""
    call = "average_dropout(X, 0.5, 1)"

    def kept_entries(*shape):
        X = uniform(*shape, seed=6, low=0.5, high=2.0)
        return _kept_counts(average_dropout(X, 0.5, 1), X, 0.5, 1, call) == 1

    with global_seed(37):
        expect_independent(kept_entries, call)


@check("average_dropout", points=0.25)
def average_dropout_of_certain_cases(average_dropout):
    """For p = 0 it is X, for p = 1 all zeros; X stays as it is."""
    for p, dtype in ((0.0, torch.float32), (1.0, torch.float64), (0.4, torch.float64)):
        X = normal(3, 4, seed=9, dtype=dtype)
        before = watch(X)
        with global_seed(3):
            got = average_dropout(X, p, 3)
        expect_left_alone(before, "average_dropout")
        call = f"average_dropout(X, {p}, 3)"
        expect_tensor(got, call, X.shape, X.dtype)
        if p in (0.0, 1.0):
            expect_close(got, X if p == 0 else torch.zeros_like(X), call)
