"""The properties checked for ``dropout_modes``."""

from __future__ import annotations

from typing import Any

import torch

from pcpt_grade.checks.draw import normal, uniform
from pcpt_grade.checks.expect import comes_of, expect_close, expect_tensor, fail, show, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.regularization._dropout import (
    away_from_zero,
    expect_independent,
    expect_random,
    expect_rate,
    wrongly_scaled,
)
from pcpt_grade.checks.tools import expect_left_alone, global_seed


def _expect_dropped(out: Any, X: torch.Tensor, p: float, call: str) -> torch.Tensor:
    """Return where entries were kept, after looking that all are 0 or X/(1 - p); X has no zeros."""
    expect_tensor(out, call, X.shape, X.dtype)

    def kept_as(scaled: torch.Tensor) -> torch.Tensor:
        return (out.detach() - scaled).abs() <= 1e-5 * scaled.abs()

    dropped = out.detach() == 0
    if bool((kept_as(X / (1 - p)) | dropped).all()):
        return ~dropped
    for name, scaled in wrongly_scaled(X, p).items():
        if bool((kept_as(scaled) | dropped).all()):
            fail(
                f"The entries of {call} should be 0 or X/(1 - p).{comes_of(name)}",
                "Inverted dropout scales in training, so that evaluation needs nothing.",
            )
    return fail(f"The entries of {call} should be 0 or X/(1 - p), but others occur.")


def _modes(result: Any, X: torch.Tensor, call: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Return train_out and eval_out after looking that they are tensors like X."""
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        fail(f"{call} should return (train_out, eval_out), but returned {show(result)}.")
    for name, out in zip(("train_out", "eval_out"), result, strict=True):
        expect_tensor(out, f"{name} of {call}", X.shape, X.dtype)
    return result[0], result[1]


@check("dropout_modes", points=0.5, public=True)
def dropout_modes_of_a_table(dropout_modes):
    """In evaluation nothing changes; in training entries are 0 or, for p = 0.5, doubled."""
    X = torch.arange(1.0, 401.0).reshape(20, 20)
    result = dropout_modes(X, 0.5)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        fail(f"dropout_modes(X, 0.5) should return two tensors, but returned {show(result)}.")
    train_out, eval_out = result
    expect_tensor(train_out, "train_out of dropout_modes(X, 0.5)", (20, 20), torch.float32)
    expect_tensor(eval_out, "eval_out of dropout_modes(X, 0.5)", (20, 20), torch.float32)
    X = torch.arange(1.0, 401.0).reshape(20, 20)
    if not torch.allclose(eval_out, X):
        trained = bool(((eval_out == 0) | (eval_out == 2 * X)).all() and eval_out.any())
        named = "the scaling of classic dropout" if torch.allclose(eval_out, X / 2) else ""
        named = "training mode" if trained else named
        fail(
            f"eval_out should be X, whose first row begins with {show(X[0, :4])}, but it begins "
            f"with {show(eval_out[0, :4])}." + comes_of(named),
            "The order is (train_out, eval_out), and in evaluation mode dropout does nothing.",
        )
    dropped = train_out == 0
    if bool(dropped.all()) or not bool(dropped.any()):
        fail(
            "train_out of dropout_modes(X, 0.5) should have about 200 of 400 entries dropped, but "
            f"has {int(dropped.sum())}.",
            "`layer.train()` switches dropout on, `layer.eval()` off.",
        )
    if not torch.allclose(train_out[~dropped], 2 * X[~dropped]):
        unscaled = torch.allclose(train_out[~dropped], X[~dropped])
        fail(
            "The entries of train_out that are not 0 should be 2 * X for p = 0.5."
            + (" What came has no scaling of the kept entries." if unscaled else ""),
            "Training mode drops entries and scales the others by 1/(1 - p).",
        )


@check("dropout_modes", points=0.25)
def dropout_modes_scale_by_p(dropout_modes):
    """A share p of train_out is 0, the rest X/(1 - p), in float32 and float64; eval_out is X."""
    for p, dtype in ((0.05, torch.float32), (0.75, torch.float64)):
        X = away_from_zero(50, 60, seed=3, dtype=dtype)
        call = f"dropout_modes(X, {p})"
        with global_seed(13):
            train_out, eval_out = _modes(dropout_modes(X.clone(), p=p), X, call)
        expect_close(eval_out, X, f"eval_out of {call}", hint="In evaluation mode nothing changes.")
        kept = _expect_dropped(train_out, X, p, f"train_out of {call}")
        expect_rate(~kept, p, f"train_out of {call}", "p is the probability of dropping.")


@check("dropout_modes", points=0.25)
def dropout_modes_of_certain_cases(dropout_modes):
    """For p = 0 train_out is X, for p = 1 it is all zeros; eval_out is X for both."""
    for p in (0.0, 1.0):
        X = normal(3, 4, seed=9)
        with global_seed(3):
            train_out, eval_out = _modes(dropout_modes(X.clone(), p), X, f"dropout_modes(X, {p})")
        want = X if p == 0 else torch.zeros_like(X)
        expect_close(train_out, want, f"train_out of dropout_modes(X, {p})")
        expect_close(eval_out, X, f"eval_out of dropout_modes(X, {p})")


@check("dropout_modes", points=0.25)
def dropout_modes_draw_from_the_global_rng(dropout_modes):
    """train_out is the same after the same torch.manual_seed and another on the next call."""
    X = uniform(20, 20, seed=4, low=0.5, high=2.0)
    call, kept = "dropout_modes(X, 0.5)", "train_out of dropout_modes(X, 0.5)"
    expect_random(
        lambda: _expect_dropped(_modes(dropout_modes(X, 0.5), X, call)[0], X, 0.5, kept), kept
    )


@check("dropout_modes", points=0.25)
def dropout_modes_draw_every_entry(dropout_modes):
    """Every entry is dropped independently, and X stays as it is."""
    call = "dropout_modes(X, 0.5)"

    def kept_entries(*shape):
        X = uniform(*shape, seed=4, low=0.5, high=2.0)
        before, values = watch(X), X.clone()
        train_out, _ = _modes(dropout_modes(X, 0.5), X, call)
        expect_left_alone(before, "dropout_modes")
        return _expect_dropped(train_out, values, 0.5, f"train_out of {call}")

    with global_seed(17):
        expect_independent(kept_entries, f"train_out of {call}")
