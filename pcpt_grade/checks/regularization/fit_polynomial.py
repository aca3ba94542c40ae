"""The properties checked for ``fit_polynomial``."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch

from pcpt_grade.checks.draw import normal, uniform
from pcpt_grade.checks.expect import (
    comes_of,
    expect_equal,
    expect_tensor,
    expect_untouched,
    fail,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import Array, expect_left_alone, expect_pair, global_seed


@check("fit_polynomial", points=0.5, public=True)
def fit_polynomial_returns_weights_and_losses(fit_polynomial):
    """It returns degree + 1 weights without gradient history and a list of one loss per epoch."""
    x = torch.tensor([[-1.0], [-0.5], [0.0], [1.0]])
    call = "fit_polynomial(x, 100 + x**2, 3, epochs=5)"
    result = fit_polynomial(x, 100 + x**2, 3, epochs=5)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        fail(f"{call} should return (coefficients, losses), but returned {show(result)}.")
    coefficients, losses = result
    expect_tensor(coefficients, f"coefficients of {call}", (4,), torch.float32)
    if coefficients.requires_grad:
        fail(f"The coefficients of {call} carry gradient history.", "`.detach()` cuts it off.")
    if not isinstance(losses, list) or not all(isinstance(loss, float) for loss in losses):
        fail(f"The losses of {call} should be a list of floats.", "`loss.item()` gives a float.")
    expect_equal(len(losses), 5, f"the number of losses of {call}")
    if not all(before > after > 0 for before, after in itertools.pairwise(losses)):
        fail(
            f"The losses of {call} should fall in every epoch, but are {show(losses)}.",
            "Every epoch makes one step on all points, and its loss is the error before that step.",
        )


@check("fit_polynomial", points=0.5, public=True)
def fit_polynomial_learns_a_line(fit_polynomial):
    """With its defaults it takes 500 steps and learns the slope of the line y = 1 + 2x."""
    x = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
    call = "fit_polynomial(x, 1 + 2 * x, 1)"
    result = fit_polynomial(x, 1 + 2 * x, 1)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        fail(f"{call} should return (coefficients, losses), but returned {show(result)}.")
    coefficients, losses = result
    expect_tensor(coefficients, f"coefficients of {call}", (2,), torch.float32)
    if not isinstance(losses, list) or not all(isinstance(loss, float) for loss in losses):
        fail(f"The losses of {call} should be a list of floats.", "`loss.item()` gives a float.")
    expect_equal(len(losses), 500, f"the number of losses of {call}")
    slope = float(coefficients.detach()[1])
    if not abs(slope - 2) < 0.02:
        fail(
            f"The weight of x should be close to 2, but is {slope:.4g}.",
            "Does every epoch clear the gradients, call backward() and make a step? Do predictions "
            "and targets have the same shape, so that nothing is broadcast?",
        )
    if not losses[-1] < 0.01:
        fail(f"The last loss should be close to 0, but is {losses[-1]:.4g}.")


@dataclass(frozen=True)
class _Training:
    """One way to train a linear model on the squared error, apart from where it starts."""

    matrix: Array
    """The features with a column of ones for the bias."""
    y: Array
    lr: float
    decay: float
    epochs: int
    rule: str = "adam"

    def ways(self, weights: Array, first: float) -> list[tuple[Array, Array]]:
        """Return parameters and losses of the runs that begin with these weights and first loss.

        The mean squared error is quadratic in the only other parameter, the bias, so there are two
        starts; and the bias may be decayed or not.
        """
        residual = self.y - self.matrix[:, :-1] @ weights
        gap = math.sqrt(max(first - float(residual.var()), 0.0))
        return [
            self.run(np.append(weights, float(residual.mean()) + sign * gap), spared)
            for sign in (-1, 1)
            for spared in (0, 1)
        ]

    def run(self, theta: Array, spared: int = 0) -> tuple[Array, Array]:
        """Return the parameters and the losses before update 1, …, epochs + 1, in float64.

        The last ``spared`` parameters are not decayed.
        """
        decay = np.where(np.arange(len(theta)) < len(theta) - spared, self.decay, 0.0)
        m, v = np.zeros_like(theta), np.zeros_like(theta)
        thetas, losses = [], []
        for t in range(1, self.epochs + 2):
            residual = self.matrix @ theta - self.y
            thetas.append(theta)
            losses.append(float(np.mean(residual**2)))
            gradient = 2 * self.matrix.T @ residual / len(self.y)
            if self.rule != "adamw":
                gradient = gradient + decay * theta
            m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
            step = (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
            if self.rule == "adamw":
                step = step + decay * theta
            theta = theta - self.lr * (gradient if self.rule == "sgd" else step)
        return np.array(thetas), np.array(losses)


def _fit_call(degree: int, settings: Mapping[str, float]) -> str:
    given = "".join(f", {name}={value}" for name, value in settings.items())
    return f"fit_polynomial(x, y, {degree}{given})"


def _fit(fit, x, y, degree, *, rng=5, **settings) -> tuple[Array, Array]:
    """Fit, and return coefficients and losses as arrays after looking at their types.

    The global RNG starts from ``rng``, so that only one check is about an answer without seed.
    """
    call, watched = _fit_call(degree, settings), watch(x, y)
    with global_seed(rng):
        result = fit(x, y, degree, **settings)
    expect_untouched(watched, call)
    coefficients, losses = expect_pair(result, call, "(coefficients, losses)")
    expect_tensor(coefficients, f"coefficients of {call}", (degree + 1,), x.dtype)
    if coefficients.requires_grad:
        fail(f"The coefficients of {call} carry gradient history.", "`.detach()` cuts it off.")
    if not isinstance(losses, list) or not all(isinstance(loss, float) for loss in losses):
        fail(f"The losses of {call} should be a list of floats.", "`loss.item()` gives a float.")
    if "epochs" in settings:
        expect_equal(len(losses), settings["epochs"], f"the number of losses of {call}")
    return coefficients.detach().double().numpy().copy(), np.array(losses)


def _same(got: Array, want: Array, tolerance: float = 1e-5) -> bool:
    return got.shape == want.shape and bool(np.allclose(got, want, rtol=tolerance, atol=tolerance))


def _expect_training(fit, x, y, degree, **settings) -> None:
    """Fail unless a fit goes the way of Adam in float64, from wherever it starts.

    Steps of length 1e-10 show the start: they leave the weights where they are.
    """
    powers = np.vander(x[:, 0].detach().numpy(), degree + 1)[:, ::-1]
    matrix, targets = np.hstack([powers, np.ones((len(x), 1))]), y[:, 0].detach().numpy().copy()
    weights, (first, _) = _fit(fit, x, y, degree, lr=1e-10, epochs=2)
    coefficients, losses = _fit(fit, x, y, degree, **settings)
    call, decay = _fit_call(degree, settings), settings.get("weight_decay", 0.0)
    plain = _Training(matrix, targets, settings.get("lr", 0.1), decay, settings["epochs"])
    right = [
        thetas for thetas, squares in plain.ways(weights, first) if _same(losses, squares[:-1])
    ]
    if any(_same(coefficients, thetas[-1, :-1]) for thetas in right):
        return
    hint = "The weights of the features alone, after all updates; the bias is not among them."
    if any(_same(coefficients, thetas[-2, :-1]) for thetas in right):
        fail(f"The coefficients of {call} are those before the last update.", hint)
    if right:
        fail(f"The losses of {call} are right, but not the coefficients.", hint)
    for name, explained in _slips(plain, weights, first).items():
        if any(_same(losses, squares[: plain.epochs]) for squares in explained):
            fail(f"The losses of {call} go another way.{comes_of(name)}")
    fail(
        f"The losses of {call} are not the mean squared errors before each of Adam's updates.",
        "Full batch, one linear model with bias on the features, the mean of the squares, cleared "
        "gradients, one optimizer for all epochs with its default settings but for lr and "
        "weight_decay.",
    )


def _slips(plain: _Training, weights: Array, first: float) -> dict[str, list[Array]]:
    """Return the losses that come out with common mistakes, by name of the mistake."""

    def losses(training: _Training, scale: float = 1.0, offset: float = 0.0) -> list[Array]:
        ways = training.ways(weights, (first - offset) / scale)
        return [scale * squares + offset for _, squares in ways]

    n, spread, decay = len(plain.y), float(plain.y.var()), plain.decay
    level = np.full(n, plain.y.mean())
    features_only = replace(plain, matrix=plain.matrix[:, :-1])
    return {
        "weights that never change": [np.full(plain.epochs, first)],
        "losses taken after the update": [squares[1:] for squares in losses(plain)],
        "the sum of the squared errors instead of their mean": losses(
            replace(plain, decay=decay / n), scale=n
        ),
        "the root of the mean squared error": [
            np.sqrt(squares) for _, squares in plain.ways(weights, first**2)
        ],
        "predictions and targets of different shapes, which broadcast": losses(
            replace(plain, y=level), offset=spread
        ),
        "no bias beside the features": [features_only.run(weights)[1]],
        "plain gradient descent instead of Adam": losses(replace(plain, rule="sgd")),
        "AdamW's decoupled weight decay": losses(replace(plain, rule="adamw")),
        "no weight decay": losses(replace(plain, decay=0.0)),
        "twice the weight decay": losses(replace(plain, decay=2 * decay)),
        "half of the weight decay": losses(replace(plain, decay=decay / 2)),
        "a minimized sum of errors, beside which the weight decay is too small": losses(
            replace(plain, decay=decay / n)
        ),
        "the penalty counted into the losses": [
            squares + scale * decay * (thetas[:, :counted] ** 2).sum(axis=1)
            for thetas, squares in plain.ways(weights, first)
            for scale in (0.5, 1.0)
            for counted in (len(weights), len(weights) + 1)
        ],
    }


def _curve(n, seed):
    x = uniform(n, 1, seed=seed, low=-1.2, high=1.2, dtype=torch.float64)
    return x, torch.sin(3 * x) + 0.3 * normal(n, 1, seed=seed + 1, dtype=torch.float64)


@check("fit_polynomial", points=0.5)
def fit_polynomial_leaves_the_data(fit_polynomial):
    """The points x and the targets y stay as they are."""
    x, y = _curve(5, 3)
    before = watch(x, y)
    _fit(fit_polynomial, x, y, 2, weight_decay=0.1, epochs=3)
    expect_left_alone(before, "fit_polynomial")
    _expect_training(fit_polynomial, x, y, 2, weight_decay=0.0, epochs=4, lr=0.8)  # overshoots


@check("fit_polynomial", points=0.5)
def fit_polynomial_is_seeded(fit_polynomial):
    """The same seed gives the same result whatever the global RNG's state, another seed another."""
    x, y = _curve(5, 3)
    for seed in (4, 0):
        weights, losses = _fit(fit_polynomial, x, y, 2, epochs=2, seed=seed, rng=1)
        again = _fit(fit_polynomial, x, y, 2, epochs=2, seed=seed, rng=2)
        if not (_same(again[0], weights, 1e-9) and _same(again[1], losses, 1e-9)):
            fail(
                f"fit_polynomial with seed={seed} gives two different results.",
                "Seed torch (or a torch.Generator) inside the function, before the model is made.",
            )
    other = _fit(fit_polynomial, x, y, 2, epochs=2, seed=5, rng=2)
    if _same(other[0], weights, 1e-9) and _same(other[1], losses, 1e-9):
        fail("fit_polynomial gives the same result for seed=0 and seed=5.", "Use `seed`.")


@check("fit_polynomial", points=0.25)
def fit_polynomial_has_the_defaults(fit_polynomial):
    """weight_decay, lr and seed default to 0.0, 0.1 and 0; they may be given by position."""
    x, y = _curve(5, 8)
    y *= 40  # gradients far above 1, which nothing clips
    weights, losses = _fit(fit_polynomial, x, y, 2, epochs=4)
    for name, value in {"seed": 0, "lr": 0.1, "weight_decay": 0.0}.items():
        given = _fit(fit_polynomial, x, y, 2, epochs=4, **{name: value})
        if not (_same(given[0], weights, 1e-9) and _same(given[1], losses, 1e-9)):
            fail(f"fit_polynomial should take {name}={value} where it is not given.")
    _expect_training(fit_polynomial, x, y, 2, epochs=4)
    named = _fit(fit_polynomial, x, y, 2, weight_decay=0.3, epochs=4, lr=0.05, seed=7)
    listed = _fit(lambda *given, **_: fit_polynomial(*given, 0.3, 4, 0.05, 7), x, y, 2, epochs=4)
    if not (_same(listed[0], named[0], 1e-9) and _same(listed[1], named[1], 1e-9)):
        fail("After x, y and degree come weight_decay, epochs, lr and seed, in this order.")


@check("fit_polynomial", points=0.75)
def fit_polynomial_trains_with_adam(fit_polynomial):
    """The losses are the mean squared errors before each update of Adam, in float64 too."""
    x, y = _curve(130, 11)  # more than the usual mini-batch holds
    _expect_training(fit_polynomial, x, y, 8, lr=0.1, weight_decay=0.0, epochs=110)


@check("fit_polynomial", points=0.5)
def fit_polynomial_decays_the_weights(fit_polynomial):
    """weight_decay goes to Adam; the losses stay those of the task alone."""
    x, y = _curve(6, 5)
    _expect_training(fit_polynomial, x, y, 2, lr=0.03, weight_decay=0.8, epochs=12)
