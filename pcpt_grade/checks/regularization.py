"""The properties checked in ``regularization`` (Exercise 2).

Statistical checks run after ``global_seed`` and allow deviations whose probability is at most
1e-12 each for a correct function (Chernoff), below 1e-9 for a whole submission. Public ones draw
as they are called and allow more than ten standard deviations.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from hypothesis import strategies as st
from torch import nn

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import (
    comes_of,
    expect_close,
    expect_equal,
    expect_figure,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    fail,
    image_panels,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed

FALSE_ALARM = 1e-12
Array = np.ndarray[Any, np.dtype[np.float64]]


def _expect_as_before(watched: list[tuple[Any, Any]], call: str) -> None:
    """Fail if a watched tensor, none of which requires gradients, has changed in any respect."""
    expect_untouched(watched, call)
    if any(tensor.requires_grad or tensor.grad is not None for tensor, _ in watched):
        fail(
            f"{call} changed the requires_grad or the .grad of its input.",
            "Do that to a copy: `.detach().clone()`.",
        )


# --- l2_regularized_loss -------------------------------------------------------------------------


@check("l2_regularized_loss", points=0.5, public=True)
def l2_regularized_loss_of_three_weights(l2_regularized_loss):
    """For task loss 1.5, weights 1, -2, 3 in two tensors and lam 0.1 it is 1.5 + 0.1 · 14."""
    params = [torch.tensor([1.0, -2.0]), torch.tensor([[3.0]])]
    expect_close(
        l2_regularized_loss(torch.tensor(1.5), params, 0.1),
        torch.tensor(2.9),
        "l2_regularized_loss(1.5, [[1, -2], [[3]]], 0.1)",
        mistakes={
            "half of the sum of squares": 2.2,
            "the norm instead of its square": 1.5 + 0.1 * math.sqrt(14),
            "the norms of the tensors instead of their squares": 1.5 + 0.1 * (math.sqrt(5) + 3),
            "the mean of all squares instead of their sum": 1.5 + 0.1 * 14 / 3,
            "each tensor's mean of squares instead of its sum": 2.65,
            "absolute values instead of squares (an L1 penalty)": 2.1,
            "only the first tensor": 2.0,
            "only the last tensor": 2.4,
            "the penalty alone, without the task loss": 1.4,
            "the squares of the tensors' sums": 2.5,
            "the square of the sum": 1.9,
            "a penalty that is subtracted": 0.1,
            "a penalty without lam": 15.5,
        },
        hint="Square every entry, add all of them up, over all tensors, then multiply by lam.",
    )


def _weights(shapes, seed, dtype):
    params = [
        normal(math.prod(shape), seed=seed + i, dtype=dtype).reshape(shape)
        for i, shape in enumerate(shapes)
    ]
    return uniform(1, seed=seed, dtype=dtype)[0], params, 0.05 + (seed % 7) / 5


SHAPES = st.lists(
    st.sampled_from([(), (3,), (2, 3), (3, 2, 2), (4,), (2, 2)]), min_size=2, max_size=4
)
WEIGHTS = Examples(_weights, count=5, shapes=SHAPES, seed=SEEDS, dtype=FLOATS)


def _squares(params):
    """Sum up the squares with Python floats."""
    return math.fsum(value * value for w in params for value in w.detach().flatten().tolist())


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_counts_every_entry(l2_regularized_loss):
    """It takes tensors of any shapes in a list or tuple, in float32 and in float64."""
    for number, (task_loss, params, lam) in enumerate(WEIGHTS):
        want = float(task_loss) + lam * _squares(params)
        expect_close(
            l2_regularized_loss(task_loss, params if number % 2 else tuple(params), lam=lam),
            torch.tensor(want, dtype=task_loss.dtype),
            f"l2_regularized_loss with {len(params)} tensors",
            hint="Scalars, vectors and matrices all count, with each of their entries.",
        )
        unregularized = l2_regularized_loss(task_loss, params, 0.0)
        expect_close(unregularized, task_loss, "l2_regularized_loss with lam=0")


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_takes_a_generator(l2_regularized_loss):
    """It takes a generator too, such as model.parameters(), biases and frozen weights included."""
    for count, want in ((4, 10.0), (1, 1.5)):
        numbers = (torch.tensor([float(k), 1.0]) for k in range(count))
        expect_close(
            l2_regularized_loss(torch.tensor(1.0), numbers, 0.5),
            torch.tensor(want),
            f"l2_regularized_loss(1, (torch.tensor([k, 1]) for k in range({count})), 0.5)",
            hint="A generator has no length or index and can be walked through only once.",
        )
    model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
    for seed, parameter in enumerate(model.parameters()):
        parameter.data = normal(*parameter.shape, seed=seed)
    model[0].weight.requires_grad_(False)
    expect_close(
        l2_regularized_loss(torch.tensor(2.0), model.parameters(), 0.3),
        torch.tensor(2.0 + 0.3 * _squares(model.parameters())),
        "l2_regularized_loss(2, model.parameters(), 0.3)",
        hint="All parameters count, biases and frozen ones included.",
    )


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_has_gradients(l2_regularized_loss):
    """Its gradient is 1 in the task loss and 2 · lam · w in every parameter."""
    for task_loss, params, lam in WEIGHTS:
        weights = {f"params[{i}]": w.requires_grad_() for i, w in enumerate(params)}
        zeros, ones = torch.zeros(3, dtype=task_loss.dtype), torch.ones(2, dtype=task_loss.dtype)
        weights["a parameter of zeros"] = zeros.requires_grad_()
        weights["a computed parameter"] = 2 * ones.requires_grad_()
        wants = {name: 6 * lam * w.detach() for name, w in weights.items()}
        mistakes = {
            name: {
                "a penalty that is cut off from the parameters": torch.zeros_like(want),
                "half of the penalty's gradient": want / 2,
            }
            for name, want in wants.items()
        }
        three = torch.full_like(task_loss, 3.0)
        loss = l2_regularized_loss(task_loss.requires_grad_(), list(weights.values()), lam)
        expect_tensor(loss, "l2_regularized_loss", (), task_loss.dtype)
        mistakes["task_loss"] = {"a task loss that is cut off": 0 * three}
        expect_gradients(
            3 * loss,  # 3 times, for a backward pass that is written by hand
            weights | {"task_loss": task_loss},
            wants | {"task_loss": three},
            "3 * l2_regularized_loss",
            mistakes=mistakes,
        )


@check("l2_regularized_loss", points=0.25)
def l2_regularized_loss_leaves_inputs(l2_regularized_loss):
    """The task loss, the parameters and their .grad stay as they are."""
    task_loss, frozen, trained = torch.tensor(2.0), normal(3, seed=1), normal(2, 2, seed=2)
    trained.requires_grad_().grad = torch.ones(2, 2)
    params = [frozen, trained]
    before, want = watch(task_loss, params, frozen, trained), 2 + 0.1 * _squares(params)
    got = l2_regularized_loss(task_loss, params, 0.1)
    expect_untouched(before, "l2_regularized_loss")
    expect_close(
        got, torch.tensor(want), "l2_regularized_loss of one frozen and one trained tensor"
    )
    if trained.grad is None or not torch.equal(trained.grad, torch.ones(2, 2)):
        fail("l2_regularized_loss changed the .grad of a parameter.", "Only compute the loss.")
    if frozen.requires_grad or task_loss.requires_grad or not trained.requires_grad:
        fail("l2_regularized_loss changed the requires_grad of its inputs.")


# --- sgd_step ------------------------------------------------------------------------------------


@check("sgd_step", points=0.5, public=True)
def sgd_step_of_two_weights(sgd_step):
    """From w = [1, -2] with grad [0.5, 1], lr 0.1 and lam 0.25 the step leads to [0.9, -2]."""
    expect_close(
        sgd_step(torch.tensor([1.0, -2.0]), torch.tensor([0.5, 1.0]), 0.1, 0.25),
        torch.tensor([0.9, -2.0]),
        "sgd_step([1, -2], [0.5, 1], 0.1, 0.25)",
        mistakes={
            "lam · w as the gradient of lam · ‖w‖² (the factor 2 is missing)": [0.925, -2.05],
            "a step without the penalty": [0.95, -2.1],
            "a step uphill": [1.1, -2.0],
            "a penalty with the wrong sign": [1.0, -2.2],
            "a penalty that the learning rate does not scale": [0.45, -1.1],
            "the gradient of the norm instead of its square": [
                1 - 0.1 * (0.5 + 0.25 / math.sqrt(5)),
                -2 - 0.1 * (1 - 0.5 / math.sqrt(5)),
            ],
            "an L1 penalty": [0.925, -2.075],
            "the change of w alone": [-0.1, 0.0],
            "the factor 2 twice": [0.85, -1.9],
            "the decay of the weights after the step": [0.9025, -1.995],
            "a step along the penalty alone": [0.95, -1.9],
        },
        hint="Differentiate lam · ‖w‖², add it to grad, and take one step downhill.",
    )


def _steps(shape, seed, dtype):
    w, grad = normal(*shape, seed=seed, dtype=dtype), 3 * normal(*shape, seed=seed + 1, dtype=dtype)
    return w, grad, 0.01 + (seed % 11) / 10, (seed % 5) / 4


STEPS = Examples(
    _steps, count=5, shape=st.sampled_from([(4,), (2, 3), (3, 1)]), seed=SEEDS, dtype=FLOATS
)


@check("sgd_step", points=0.5)
def sgd_step_equals_torch_sgd(sgd_step):
    """It is the step of torch.optim.SGD with weight_decay = 2 · lam, in float32 and float64."""
    steep = normal(3, seed=1), 100 * normal(3, seed=2), 0.1, 0.25
    for w, grad, lr, lam in (*STEPS, steep):
        parameter = w.clone().requires_grad_()
        parameter.grad = grad.clone()
        torch.optim.SGD([parameter], lr=lr, weight_decay=2 * lam).step()
        expect_close(
            sgd_step(w, grad, lr=lr, lam=lam),
            parameter.detach(),
            f"sgd_step with lr={lr:.3g} and lam={lam:.3g}",
            mistakes={"weight_decay = lam": w - lr * (grad + lam * w)},
            rtol=1e-4 if w.dtype == torch.float32 else 1e-10,
        )


@check("sgd_step", points=0.5)
def sgd_step_leaves_inputs(sgd_step):
    """The new weights are a new tensor: w and grad stay as they are."""
    penalty_alone = normal(3, seed=1), torch.zeros(3), 0.4, 0.25
    for w, grad, lr, lam in (*STEPS, penalty_alone):
        before = watch(w, grad)
        got = sgd_step(w, grad, lr, lam)
        _expect_as_before(before, "sgd_step")
        expect_close(got, (1 - 2 * lr * lam) * w - lr * grad, "sgd_step")
        again = sgd_step(grad, w, lr, lam)
        expect_close(again, (1 - 2 * lr * lam) * grad - lr * w, "sgd_step from other weights")


# --- polynomial_features -------------------------------------------------------------------------


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
        _expect_as_before(before, "polynomial_features")
        expect_close(got, want, f"polynomial_features of {len(x)} points for degree {degree}")


# --- fit_polynomial ------------------------------------------------------------------------------


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
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        fail(f"{call} should return (coefficients, losses), but returned {show(result)}.")
    coefficients, losses = result
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
    _expect_as_before(before, "fit_polynomial")
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


# --- dropout_mask --------------------------------------------------------------------------------


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


def _is_plausible(hits: float, n: int, p: float) -> bool:
    """Tell whether ``n`` independent draws of probability ``p`` may well have so many hits.

    Each tail has a probability of at most exp(-n D), where D is the divergence of the Bernoulli
    distribution with the share of hits from the one with p (H. Chernoff, 1952).
    """
    share = hits / n
    pairs = ((share, p), (1 - share, 1 - p))
    divergence = sum(a * math.log(a / b) for a, b in pairs if a > 0)
    return n * divergence <= math.log(2 / FALSE_ALARM)


def _expect_rate(dropped: torch.Tensor, p: float, call: str, hint: str = "") -> None:
    """Fail if the number of dropped entries cannot come from independent draws with ``p``."""
    n, count = dropped.numel(), float(dropped.sum())
    if _is_plausible(count, n, p):
        return
    kept = _is_plausible(count, n, 1 - p)
    fail(
        f"{call} should drop about {100 * p:.3g}% of the entries, but drops "
        f"{100 * count / n:.3g}%."
        + comes_of("p as the probability of keeping an entry" if kept else ""),
        hint,
    )


def _expect_independent(kept_entries: Callable[..., torch.Tensor], call: str) -> None:
    """Fail unless fair coins decide which entries of a tensor of a given shape are kept.

    A pattern of 4096 fair coins agrees with every shifted copy of itself in about half of the
    places. The pairs of a shift are two sets of disjoint ones, so by Hoeffding's inequality a
    correlation beyond 0.2 has a probability below 1e-13 for all shifts together. With its transpose
    it agrees on the diagonal and in about half of 2016 pairs, so beyond 0.2 with P < 1e-15.
    """
    patterns = {
        "in a (64, 64) X": kept_entries(64, 64),
        "in the slices of an (8, 8, 64) X": kept_entries(8, 8, 64).reshape(64, 64),
        "in 16 calls, one a row,": torch.stack([kept_entries(256) for _ in range(16)]),
    }
    for where, kept in patterns.items():
        signs = 2.0 * kept - 1
        alike = torch.fft.ifft2(torch.fft.fft2(signs).abs() ** 2).real / kept.numel()
        alike[0, 0] = 0.0
        if float(alike.abs().max()) > 0.2:
            down, right = divmod(int(alike.abs().argmax()), kept.shape[1])
            fail(
                f"{call}: {where} an entry tells whether the one {down} rows and {right} columns "
                "further is dropped.",
                "Every entry draws alone, and anew in every call.",
            )
        if signs.shape == signs.T.shape and float((signs * signs.T).mean()) > 0.2:
            fail(f"{call}: {where} rows and columns drop the same: the pattern is symmetric.")
        for name, lines in (("rows", kept), ("columns", kept.T)):
            if len(torch.unique(lines.sum(dim=1))) == 1:
                fail(f"{call}: {where} all {name} have the same number of dropped entries.")


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
        _expect_as_before(before, "dropout_mask")
        _expect_rate(~kept, 0.3, call)


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
        _expect_rate(
            ~kept, p, call, "Each entry is dropped with probability p, not with p rounded."
        )


@check("dropout_mask", points=0.25)
def dropout_mask_ignores_the_values(dropout_mask):
    """The mask has nothing to do with the values in X: zeros, NaN and inf included."""
    for value in (0.0, math.nan, math.inf, -1e30):
        X = torch.full((30, 40), value)
        call = f"dropout_mask of a tensor full of {value}"
        with global_seed(5):
            kept = _expect_mask(dropout_mask(X, 0.4), X, call)
        _expect_rate(~kept, 0.4, call, "Draw the mask from random numbers, not from X.")


def _expect_random(function: Callable[[], torch.Tensor], call: str) -> None:
    """Fail unless a function draws from the global RNG: repeatable, and new on every call.

    What it returns has been looked at: a tensor that dropout can give.
    """
    with global_seed(21):
        first, second = function(), function()
    with global_seed(21):
        again = function()
    with global_seed(22):
        other = function()
    if not torch.equal(first, again):
        fail(
            f"{call} gives different results after the same torch.manual_seed.",
            "Draw from PyTorch's global random numbers (torch.rand, torch.bernoulli, …).",
        )
    if torch.equal(first, second) or torch.equal(first, other):
        fail(
            f"{call} gives the same result again on the next call or after another seed.",
            "Do not seed inside the function.",
        )


@check("dropout_mask", points=0.25)
def dropout_mask_draws_from_the_global_rng(dropout_mask):
    """The mask is the same after the same torch.manual_seed and a new one on the next call."""
    X, call = torch.ones(20, 20), "dropout_mask(X, 0.5)"
    _expect_random(lambda: _expect_mask(dropout_mask(X, 0.5), X, call), call)


@check("dropout_mask", points=0.25)
def dropout_mask_draws_every_entry(dropout_mask):
    """Every entry is drawn independently: not per row, column or channel, no fixed number."""

    def kept_entries(*shape, p=0.5):
        X = torch.ones(shape)
        return _expect_mask(dropout_mask(X, p), X, f"dropout_mask(X, {p})")

    with global_seed(8):
        _expect_independent(kept_entries, "dropout_mask(X, 0.5)")
        if all(bool(kept_entries(2, p=0.95).any()) for _ in range(12)):  # probability 8e-13
            fail(
                "dropout_mask(X, 0.95) never drops both of two entries, although that should "
                "happen in 90% of the calls.",
                "Nothing forces an entry to be kept.",
            )


# --- apply_dropout -------------------------------------------------------------------------------


@check("apply_dropout", points=0.5, public=True)
def apply_dropout_of_five_numbers(apply_dropout):
    """1, 2, 3, 4, 5 with the mask 1, 0, 1, 1, 0 and p = 0.2 become 1.25, 0, 3.75, 5, 0."""
    X, mask = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0]), torch.tensor([1.0, 0.0, 1.0, 1.0, 0.0])
    expect_close(
        apply_dropout(X, mask, 0.2),
        torch.tensor([1.25, 0.0, 3.75, 5.0, 0.0]),
        "apply_dropout([1, 2, 3, 4, 5], [1, 0, 1, 1, 0], 0.2)",
        mistakes={
            "the dropped entries kept": (1 - mask) * X / 0.8,
            "no scaling of the kept entries": X * mask,
            "kept entries multiplied by 1 - p": X * mask * 0.8,
            "kept entries divided by p": X * mask / 0.2,
            "kept entries divided by the share that the mask keeps": X * mask / 0.6,
            "kept entries scaled but the others not dropped": X / 0.8,
            "kept entries scaled twice": X * mask / 0.64,
        },
        hint="Kept entries are scaled by 1/(1 - p).",
    )


def _masked(shape, p, seed, dtype):
    X = 2 * normal(*shape, seed=seed, dtype=dtype)
    mask = (uniform(*shape, seed=seed + 1) < (0.6 if p > 0 else 1)).to(dtype)
    return X, mask, p


MASKED = Examples(
    _masked,
    count=5,
    shape=st.sampled_from([(6,), (3, 4), (2, 3, 2)]),
    p=st.sampled_from([0.0, 0.1, 0.25, 0.75, 0.9]),
    seed=SEEDS,
    dtype=FLOATS,
)


def _dropped_by_hand(X, mask, p):
    pairs = zip(X.flatten().tolist(), mask.flatten().tolist(), strict=True)
    values = [value / (1 - p) if keep else 0.0 for value, keep in pairs]
    return torch.tensor(values, dtype=X.dtype).reshape(X.shape)


@check("apply_dropout", points=0.25)
def apply_dropout_uses_mask_and_p(apply_dropout):
    """Kept entries are scaled by 1/(1 - p), the mask decides which; in float32 and float64."""
    for X, mask, p in MASKED:
        for kept in (mask, mask.flip(0)):
            watched = watch(X, kept)
            got = apply_dropout(X, kept, p=p)
            expect_untouched(watched, f"apply_dropout(X, mask, p={p})")
            expect_close(
                got,
                _dropped_by_hand(X, kept, p),
                f"apply_dropout(X, mask, p={p})",
                mistakes={"p estimated from the mask": X * kept / kept.mean()},
                hint="The scale depends on p alone, the mask only tells which entries stay.",
            )


@check("apply_dropout", points=0.25)
def apply_dropout_of_everything(apply_dropout):
    """For p = 1 the result is all zeros, never NaN; for p = 0.99 it still has the kept entries."""
    for dtype in (torch.float32, torch.float64):
        X = normal(3, 4, seed=5, dtype=dtype)
        zeros, mask = torch.zeros_like(X), (X > 0).to(dtype)
        want = 100 * X.relu()
        expect_close(apply_dropout(X, mask, 0.99), want, "apply_dropout(X, X > 0, p=0.99)")
        expect_close(
            apply_dropout(X, zeros.clone(), 1.0),
            zeros,
            "apply_dropout(X, mask of zeros, p=1)",
            hint="1/(1 - p) is infinite there, and 0 · inf is NaN.",
        )


@check("apply_dropout", points=0.25)
def apply_dropout_has_gradients(apply_dropout):
    """Its gradient with respect to X is mask/(1 - p)."""
    for X, mask, p in MASKED:
        X.requires_grad_()
        mistakes = {"dropping outside of the graph": 3 * torch.ones_like(mask)}
        mistakes["scaling outside of the graph"] = 3 * mask
        want = {"X": 3 * mask / (1 - p)}  # 3 times, for a backward pass that is written by hand
        got, _ = apply_dropout(X, mask, p), apply_dropout(X, 1 - mask, p)  # leaves the first alone
        expect_tensor(got, "apply_dropout", X.shape, X.dtype)
        expect_gradients(3 * got, {"X": X}, want, "3 * apply_dropout", mistakes={"X": mistakes})


@check("apply_dropout", points=0.25)
def apply_dropout_leaves_inputs(apply_dropout):
    """X and the mask stay as they are."""
    for X, mask, p in (*MASKED, (torch.ones(3), torch.zeros(3), 1.0)):
        before, want = watch(X, mask), _dropped_by_hand(X, mask, p)
        got = apply_dropout(X, mask, p)
        _expect_as_before(before, "apply_dropout")
        expect_close(got, want, f"apply_dropout(X, mask, p={p})")


# --- dropout_modes -------------------------------------------------------------------------------


def _scaled(X: torch.Tensor, p: float) -> Mapping[str, torch.Tensor]:
    """What kept entries become by mistake, by the name of the mistake."""
    return {
        "no scaling of the kept entries": X,
        "kept entries multiplied by 1 - p": X * (1 - p),
        "kept entries divided by p": X / p if p > 0 else X,
    }


def _expect_dropped(out: Any, X: torch.Tensor, p: float, call: str) -> torch.Tensor:
    """Return where entries were kept, after looking that all are 0 or X/(1 - p); X has no zeros."""
    expect_tensor(out, call, X.shape, X.dtype)

    def kept_as(scaled: torch.Tensor) -> torch.Tensor:
        return (out.detach() - scaled).abs() <= 1e-5 * scaled.abs()

    dropped = out.detach() == 0
    if bool((kept_as(X / (1 - p)) | dropped).all()):
        return ~dropped
    for name, scaled in _scaled(X, p).items():
        if bool((kept_as(scaled) | dropped).all()):
            fail(
                f"The entries of {call} should be 0 or X/(1 - p).{comes_of(name)}",
                "Inverted dropout scales in training, so that evaluation needs nothing.",
            )
    return fail(f"The entries of {call} should be 0 or X/(1 - p), but others occur.")


def _away_from_zero(*shape: int, seed: int, dtype: torch.dtype) -> torch.Tensor:
    """Numbers between 0.5 and 2 whose sign changes from row to row."""
    X = uniform(*shape, seed=seed, low=0.5, high=2.0, dtype=dtype)
    X[::2] *= -1
    return X


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
        X = _away_from_zero(50, 60, seed=3, dtype=dtype)
        call = f"dropout_modes(X, {p})"
        with global_seed(13):
            train_out, eval_out = _modes(dropout_modes(X.clone(), p=p), X, call)
        expect_close(eval_out, X, f"eval_out of {call}", hint="In evaluation mode nothing changes.")
        kept = _expect_dropped(train_out, X, p, f"train_out of {call}")
        _expect_rate(~kept, p, f"train_out of {call}", "p is the probability of dropping.")


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
    _expect_random(
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
        _expect_as_before(before, "dropout_modes")
        return _expect_dropped(train_out, values, 0.5, f"train_out of {call}")

    with global_seed(17):
        _expect_independent(kept_entries, f"train_out of {call}")


# --- average_dropout -----------------------------------------------------------------------------


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
    found = [name for name, scaled in _scaled(X, p).items() if counts_for(scaled) is not None]
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
        X = _away_from_zero(rows, 30, seed=trials, dtype=dtype)
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
            if not _is_plausible(hits, X.numel(), share):
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
    _expect_random(lambda: _kept_counts(average_dropout(X, 0.5, 2), X, 0.5, 2, call), call)


@check("average_dropout", points=0.25)
def average_dropout_draws_every_entry(average_dropout):
    """Within a pass every entry is drawn independently: not per row, column or channel."""
    call = "average_dropout(X, 0.5, 1)"

    def kept_entries(*shape):
        X = uniform(*shape, seed=6, low=0.5, high=2.0)
        return _kept_counts(average_dropout(X, 0.5, 1), X, 0.5, 1, call) == 1

    with global_seed(37):
        _expect_independent(kept_entries, call)


@check("average_dropout", points=0.25)
def average_dropout_of_certain_cases(average_dropout):
    """For p = 0 it is X, for p = 1 all zeros; X stays as it is."""
    for p, dtype in ((0.0, torch.float32), (1.0, torch.float64), (0.4, torch.float64)):
        X = normal(3, 4, seed=9, dtype=dtype)
        before = watch(X)
        with global_seed(3):
            got = average_dropout(X, p, 3)
        _expect_as_before(before, "average_dropout")
        call = f"average_dropout(X, {p}, 3)"
        expect_tensor(got, call, X.shape, X.dtype)
        if p in (0.0, 1.0):
            expect_close(got, X if p == 0 else torch.zeros_like(X), call)


# --- make_classifier -----------------------------------------------------------------------------


@check("make_classifier", points=0.5, public=True)
def make_classifier_without_dropout(make_classifier):
    """Without dropout: Linear, ReLU, Linear, ReLU, Linear, from (5, 2) to (5, 1)."""
    model = make_classifier(False, hidden_dim=8)
    sequential = torch.nn.Sequential
    if not isinstance(model, sequential) or type(model).forward is not sequential.forward:
        fail(
            f"make_classifier should return an nn.Sequential, but returned {show(model)}.",
            "A subclass leaves `forward` as it is.",
        )
    layers: list[torch.nn.Module] = [model]
    while any(isinstance(layer, torch.nn.Sequential) for layer in layers):
        opened = [layer if isinstance(layer, torch.nn.Sequential) else [layer] for layer in layers]
        layers = [layer for group in opened for layer in group]
    for layer in layers:
        if getattr(torch.nn, type(layer).__name__, None) is not type(layer):
            fail(f"The model contains {show(layer)}.", "Use nn.Linear, nn.ReLU and nn.Dropout.")
    try:
        logits = model(torch.zeros(5, 2))
    except Exception as error:  # noqa: BLE001 (whatever the layers raise)
        fail(f"The model cannot take a (5, 2) input: {error}", "Do widths and dtypes fit together?")
    expect_tensor(logits, "the model's output for a (5, 2) input", (5, 1), torch.float32)
    absent = (torch.nn.Identity, torch.nn.Flatten)
    order = " → ".join(
        type(layer).__name__
        for layer in layers
        if not isinstance(layer, absent) and not (type(layer) is torch.nn.Dropout and layer.p == 0)
    )
    want = "Linear → ReLU → Linear → ReLU → Linear"
    expect_equal(
        order,
        want,
        "the order of layers of make_classifier(False)",
        mistakes={
            "dropout although it was not asked for": want.replace("ReLU", "ReLU → Dropout"),
            "a sigmoid on the output": want + " → Sigmoid",
            "one hidden layer instead of two": "Linear → ReLU → Linear",
            "three hidden layers instead of two": "Linear → ReLU → " + want,
            "an activation on the output": want + " → ReLU",
        },
        hint="Two hidden layers with ReLU, then a last Linear whose output is the logit.",
    )


def _layers(model: Any, call: str) -> list[nn.Module]:
    """Return the effective layers of a model in order, after looking that it can run."""
    if not isinstance(model, nn.Sequential) or type(model).forward is not nn.Sequential.forward:
        fail(f"{call} should return an nn.Sequential, but returned {show(model)}.")
    for layer in _opened(model):
        if getattr(nn, type(layer).__name__, None) is not type(layer):
            fail(f"{call} contains {show(layer)}.", "Use nn.Linear, nn.ReLU and nn.Dropout.")
    try:
        logits = model(normal(5, 2, seed=1))
    except Exception as error:  # noqa: BLE001 (whatever a student's layers raise)
        fail(f"The model of {call} cannot take a (5, 2) input: {error}")
    expect_tensor(logits, f"the output of {call} for a (5, 2) input", (5, 1), torch.float32)
    return [layer for layer in _opened(model) if not _is_absent(layer)]


def _opened(model: nn.Module) -> Iterator[nn.Module]:
    """Yield the layers inside nested ``Sequential``s in order."""
    for layer in model if isinstance(model, nn.Sequential) else [model]:
        yield from _opened(layer) if isinstance(layer, nn.Sequential) else [layer]


def _is_absent(layer: nn.Module) -> bool:
    """Tell whether a layer does nothing to a (N, D) tensor."""
    return isinstance(layer, (nn.Identity, nn.Flatten)) or (
        type(layer) is nn.Dropout and layer.p == 0
    )


@check("make_classifier", points=0.75)
def make_classifier_drops_after_the_activations(make_classifier):
    """With dropout, it sits after each of the two activations and not on the output."""
    layers = _layers(make_classifier(True), "make_classifier(True)")
    plain = "Linear → ReLU → Linear → ReLU → Linear"
    want = plain.replace("ReLU", "ReLU → Dropout")
    expect_equal(
        " → ".join(type(layer).__name__ for layer in layers),
        want,
        "the order of layers of make_classifier(True)",
        mistakes={
            "dropout before the activation": plain.replace("ReLU", "Dropout → ReLU"),
            "dropout on the output": want + " → Dropout",
            "dropout on the input": "Dropout → " + want,
            "dropout before the layers instead of after them": "Dropout → "
            + plain.replace("ReLU", "ReLU → Dropout", 1),
            "dropout after the first activation only": plain.replace("ReLU", "ReLU → Dropout", 1),
            "dropout after the last activation only": plain.replace(
                "ReLU → Linear → ReLU", "ReLU → Linear → ReLU → Dropout"
            ),
            "no dropout": plain,
        },
        hint="Each hidden block is Linear, ReLU, Dropout; the output layer is a Linear alone.",
    )


def _widths(layers: list[nn.Module]) -> list[tuple[int, int]]:
    return [
        (layer.in_features, layer.out_features) for layer in layers if isinstance(layer, nn.Linear)
    ]


def _rates(layers: list[nn.Module]) -> list[float]:
    return [float(layer.p) for layer in layers if isinstance(layer, nn.Dropout)]


@check("make_classifier", points=0.5)
def make_classifier_uses_its_arguments(make_classifier):
    """The rate of both dropout layers is p, the width of both hidden layers hidden_dim."""
    for use_dropout, p, h in ((True, 0.25, 12), (False, 0.25, 5), (True, 0.8, 3)):
        for call, model in (
            (f"make_classifier({use_dropout}, {p}, {h})", make_classifier(use_dropout, p, h)),
            (
                f"make_classifier({use_dropout}, hidden_dim={h}, p={p})",
                make_classifier(use_dropout, hidden_dim=h, p=p),
            ),
        ):
            layers = _layers(model, call)
            expect_equal(_widths(layers), [(2, h), (h, h), (h, 1)], f"the widths of {call}")
            expect_equal(
                _rates(layers),
                [p, p] if use_dropout else [],
                f"the dropout rates of {call}",
                mistakes={"1 - p as the rate": [1 - p, 1 - p], "a fixed rate": [0.5, 0.5]},
            )


@check("make_classifier", points=0.25)
def make_classifier_has_the_defaults(make_classifier):
    """The defaults are p = 0.5 and hidden_dim = 64."""
    layers = _layers(make_classifier(True), "make_classifier(True)")
    expect_equal(_widths(layers), [(2, 64), (64, 64), (64, 1)], "the widths by default")
    expect_equal(_rates(layers), [0.5, 0.5], "the dropout rates by default")


# --- plot_dropout --------------------------------------------------------------------------------


@check("plot_dropout", points=0.75, public=True)
def plot_dropout_shows_three_panels(plot_dropout):
    """Three image panels show input, mask and output, each with a title; the mask's names p."""
    X = torch.tensor([[0.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    mask = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    figure = expect_figure(
        plot_dropout(X.clone(), mask.clone(), X * mask / 0.6875, 0.3125), "plot_dropout(...)"
    )
    panels = image_panels(figure)
    expect_equal(len(panels), 3, "the number of image panels", hint="Draw each with `ax.imshow`.")
    candidates = {
        "X": X,
        "mask": mask,
        "output": X * mask / 0.6875,
        "X * mask, without the scaling": X * mask,
        "the dropped entries as 1": 1 - mask,
        "the transpose of X": X.T,
        "where the output is not 0": (X * mask != 0).float(),
    }
    for number, (ax, name) in enumerate(zip(panels, ("X", "mask", "output"), strict=True), 1):
        images = [
            torch.as_tensor(image.get_array().data.tolist(), dtype=torch.float64).nan_to_num(0.0)
            for image in ax.get_images()
        ]
        shown = [
            candidate
            for candidate, want in candidates.items()
            if any(i.shape == want.shape and torch.allclose(i, want.double()) for i in images)
        ]
        if name not in shown:
            what = shown[0] if shown else "something else"
            fail(
                f"Image panel {number} should show {name}, but shows {what}.",
                "From left to right (or top to bottom): X, mask, output, each drawn as it is.",
            )
        title = ax.get_title(loc="left") + ax.get_title() + ax.get_title(loc="right")
        if not title.strip():
            fail(f"The panel that shows {name} has no title.", "`ax.set_title(...)`")
        words = "".join(c if c in "0123456789.%" else " " for c in title).split()
        numbers = {word.rstrip(".%").rstrip("0") for word in words}
        percent = "%" in title and "31.25" in numbers
        if name == "mask" and not percent and not numbers & {"0.3125", ".3125"}:
            rounded = numbers & {"0.3", "0.31", "0.312", "0.313", "31"}
            named = comes_of("p rounded" if rounded else "")
            named = " This is the probability of keeping." if "0.6875" in numbers else named
            fail(
                f"The mask's title should name p=0.3125, but is {title!r}.{named}",
                'f"… p={p}" writes all digits.',
            )


def _image(panels: list[Any], want: torch.Tensor, name: str) -> Any:
    """Return the image that shows these values, from one of the panels."""
    for image in (image for ax in panels for image in ax.get_images()):
        values = np.nan_to_num(np.ma.getdata(image.get_array()).astype(np.float64))
        if values.shape == tuple(want.shape) and np.allclose(values, want.numpy(), rtol=1e-5):
            return image
    return fail(f"No image panel shows the values of the {name}.", "Draw X, mask and output.")


@check("plot_dropout", points=0.75)
def plot_dropout_has_comparable_colours(plot_dropout):
    """The colours of input and output start at 0 and the output's reach 1/(1 - p) times as far."""
    X = uniform(12, 15, seed=3, low=0.5, high=2.3, dtype=torch.float64)
    mask = (uniform(12, 15, seed=4) < 0.7).to(X.dtype)
    other, call = 4 * X.roll(1, 1), "plot_dropout with p=0.75"  # what comes in is drawn, whatever
    mask.view(-1)[other.argmax()] = 0  # the output's own maximum is not the limit
    output = other * mask
    shown, before = {"input": X.clone(), "output": output.clone()}, watch(X, mask, output)
    panels = image_panels(expect_figure(plot_dropout(X, mask, output, 0.75), call))
    _expect_as_before(before, "plot_dropout")
    expect_equal(len(panels), 3, f"the number of image panels of {call}")
    clims = {name: _image(panels, want, name).get_clim() for name, want in shown.items()}
    limits = {name: [math.nan if v is None else v for v in clim] for name, clim in clims.items()}
    for name, (low, _) in limits.items():
        if not abs(low) < 1e-9:
            fail(f"The colour limits of the {name} should start at 0, but start at {show(low)}.")
    top, want = limits["output"][1], 4 * limits["input"][1]
    mistakes = {"the same limit as for the input": want / 4, "a limit divided by p": want / 3}
    mistakes["the output's own maximum as its limit"] = float(shown["output"].max())
    named = [name for name, limit in mistakes.items() if abs(top - limit) <= 1e-3 * limit]
    if not abs(top - want) <= 1e-3 * want:
        fail(
            f"The colours of the output should reach {want:.4g}, that is 1/(1 - p) times the "
            f"input's limit, but reach {top:.4g}." + comes_of(named[0] if named else ""),
            "Set `vmin=0` and `vmax` by hand in both panels.",
        )
