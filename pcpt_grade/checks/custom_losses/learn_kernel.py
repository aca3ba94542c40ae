"""The properties checked for ``learn_kernel``."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks.custom_losses._draws import expect_seeded
from pcpt_grade.checks.custom_losses._losses import Loss, as_numbers
from pcpt_grade.checks.custom_losses._signals import filtered
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import (
    expect_close,
    expect_equal,
    expect_tensor,
    expect_untouched,
    fail,
    is_close,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import Array, expect_left_alone
from pcpt_grade.probes import correlation_gap, spectral_gap


def _band(x: torch.Tensor, K: int, left: int | None = None) -> Array:
    """The (L, K) matrix T with conv1d(x, h, padding="same") = T h, in float64."""
    values, L = as_numbers(x), x.numel()
    matrix = np.zeros((L, K))
    for n, k in itertools.product(range(L), range(K)):
        m = n + k - ((K - 1) // 2 if left is None else left)
        if 0 <= m < L:
            matrix[n, k] = values[m]
    return matrix


def _learned(
    got: Any, sizes: tuple[int, int, int], dtype: torch.dtype = torch.float32
) -> tuple[torch.Tensor, torch.Tensor, list[float]]:
    """Return (h, y_est, losses) after a look at types and sizes (L, K, epochs)."""
    L, K, epochs = sizes
    if not isinstance(got, tuple | list):
        expect_equal(got, (), "learn_kernel(...)")
    if len(got) != 3:
        fail(f"learn_kernel should return (h, y_est, losses), but returned {len(got)} things.")
    h, y_est, losses = got
    expect_tensor(h, "h of learn_kernel", (K,), dtype)
    expect_tensor(y_est, "y_est of learn_kernel", (L,), dtype)
    if not isinstance(losses, list) or not all(isinstance(loss, float) for loss in losses):
        fail(
            f"losses of learn_kernel should be a list of floats, but is {show(losses)} "
            f"({type(losses).__name__}).",
            "`loss.item()` is the number without the graph.",
        )
    expect_equal(
        len(losses),
        epochs,
        f"The number of losses after {epochs} epochs",
        hint="There is one per epoch, and no epoch is left out.",
    )
    if not bool((h != 0).any()):
        fail("h of learn_kernel is zero everywhere.", "Start from random numbers.")
    return h, y_est, losses


def _learn(
    learn_kernel: Any,
    x: torch.Tensor,
    y: torch.Tensor,
    K: int,
    loss_fn: Any,
    epochs: int,
    *options: Any,
) -> tuple[torch.Tensor, torch.Tensor, list[float]]:
    """Train, and return what came after a look at it and at the signals."""
    watched = watch(x, y)
    got = learn_kernel(x, y, K, loss_fn, epochs, *options)
    expect_untouched(watched, "learn_kernel")
    return _learned(got, (len(x), K, epochs), x.dtype)


def _recorder(loss: Loss) -> tuple[Loss, list[tuple[torch.Tensor, torch.Tensor]]]:
    """A loss function that keeps what it was called with, and what it keeps."""
    calls: list[tuple[torch.Tensor, torch.Tensor]] = []

    def loss_fn(y_est: torch.Tensor, y_target: torch.Tensor) -> torch.Tensor:
        for tensor in (y_est, y_target):
            if tensor.layout is not torch.strided or not tensor.is_floating_point():
                raise TypeError("loss_fn takes two ordinary tensors of floats")
        calls.append((y_est.detach().clone(), y_target.detach().clone()))
        return loss(y_est, y_target)

    return loss_fn, calls


def _first_estimate(calls: list[tuple[torch.Tensor, torch.Tensor]], L: int) -> Array:
    """Return the first y_est that a recorded loss function was called with."""
    if not calls:
        fail("learn_kernel never called loss_fn.", "Train under the loss that comes in.")
    y_est = calls[0][0]
    if y_est.numel() != L or not y_est.isfinite().all():
        fail(f"The first argument of loss_fn should be {L} numbers, but is {show(y_est)}.")
    return np.array(as_numbers(y_est))


def _squares(y_est: torch.Tensor, y_target: torch.Tensor) -> torch.Tensor:
    return (y_est - y_target).square().mean()


def _squares_of_sums(y_est: torch.Tensor, y_target: torch.Tensor) -> torch.Tensor:
    """A loss that is smallest where y_est is the negated target."""
    return (y_est + y_target).square().mean()


@dataclass(frozen=True)
class _Training:
    """Gradient steps on the mean square of ``matrix @ h - y`` from a start ``h``."""

    matrix: Array
    y: Array
    start: Array
    lr: float

    def run(self, epochs: int, rule: str = "adam") -> tuple[list[float], Array]:
        """Losses and final kernel of Adam (Kingma and Ba, 2015), or of a rule named otherwise."""
        losses, h = [], self.start
        first, second, total = (np.zeros_like(h) for _ in range(3))
        for step in range(1, epochs + 1):
            gap = self.matrix @ h - self.y
            losses.append(float((gap**2).mean()))
            slope = 2 * self.matrix.T @ gap / len(self.y)
            total = total + slope
            used = total if rule == "accumulated" else slope
            first, second = 0.9 * first + 0.1 * used, 0.999 * second + 0.001 * used**2
            mean, spread = first / (1 - 0.9**step), np.sqrt(second / (1 - 0.999**step))
            h = h - self.lr * (used if rule == "sgd" else mean / (spread + 1e-8))
        return losses, h


@check("learn_kernel", points=0.75, public=True)
def learn_kernel_finds_three_numbers(learn_kernel):
    """From the response to an impulse it learns the kernel [1, -2, 0.5]."""
    x = torch.tensor([0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0])
    y = torch.tensor([0.0, 0.0, 0.5, -2.0, 1.0, 0.0, 0.0, 0.0])
    result = learn_kernel(x, y, 3, torch.nn.functional.mse_loss, epochs=60, lr=0.2)
    if not isinstance(result, (tuple, list)) or len(result) != 3:
        fail(f"learn_kernel should return (h, y_est, losses), but returned {show(result)}.")
    h, y_est, losses = result
    expect_tensor(h, "h of learn_kernel", (3,), torch.float32)
    expect_tensor(y_est, "y_est of learn_kernel", (8,), torch.float32)
    if not isinstance(losses, list):
        fail(f"losses should be a list of floats, but is {show(losses)}.")
    if len(losses) != 60:
        fail(f"After 60 epochs there should be 60 losses, but there are {len(losses)}.")
    if not all(isinstance(loss, float) for loss in losses):
        fail("losses should hold Python floats.", "`loss.item()` is the number without the graph.")
    if not losses[-1] < 0.05 * losses[0]:
        fail(
            f"The loss should fall below a twentieth, but went from {losses[0]:.4g} to "
            f"{losses[-1]:.4g}.",
            "In each epoch: zero the gradients, compute the loss, `backward()`, `step()`.",
        )
    expect_close(
        h,
        torch.tensor([1.0, -2.0, 0.5]),
        "h of learn_kernel",
        mistakes={"the kernel turned around": [0.5, -2.0, 1.0]},
        hint="`conv1d` does not turn the kernel around, so return it as it is.",
        atol=0.4,
    )


@check("learn_kernel", points=0.5)
def learn_kernel_calls_loss_fn(learn_kernel):
    """In every epoch, `loss_fn(y_est, y_target)` gets two tensors of one shape, in this order."""
    x, y = normal(9, seed=1), normal(9, seed=2)
    loss_fn, calls = _recorder(_squares)
    _learn(learn_kernel, x, y, 4, loss_fn, 3)
    flat = _learn(learn_kernel, x, y, 4, lambda a, b: 0 * (a - b).sum() - 1, 3)[2]
    if flat != [-1.0] * 3:
        fail(f"loss_fn returned -1 in each of three epochs, but losses is {show(flat)}.")
    if not calls:
        fail("learn_kernel never called loss_fn.", "Train under the loss that comes in.")
    for y_est, y_target in calls:
        shapes = tuple(y_est.shape), tuple(y_target.shape)
        if shapes[0] != shapes[1] or shapes[0][-1:] != (9,) or y_est.numel() != 9:
            fail(
                f"loss_fn should get two tensors of one shape with last dimension 9, but got "
                f"{shapes[0]} and {shapes[1]}.",
                "Different shapes would be broadcast in silence.",
            )
        if is_close(y_est.reshape(-1), y) and not is_close(y_target.reshape(-1), y):
            fail("loss_fn was called as loss_fn(y_target, y_est).", "The estimate comes first.")
        expect_close(y_target.reshape(-1).to(y.dtype), y, "The second argument of loss_fn")


def _task(L: int, level: float = 1.0) -> tuple[torch.Tensor, torch.Tensor]:
    """Input and target of a training, shape (L,) each."""
    return level * normal(L, seed=3), 3 * level * normal(L, seed=4)


def _kernel_behind(estimate: Array, matrix: Array, what: str) -> Array:
    """Return the (K,) kernel that an estimate was made with, which is linear in it, or fail."""
    kernel = np.linalg.lstsq(matrix, estimate, rcond=None)[0]
    if not np.abs(matrix @ kernel - estimate).max() < 1e-4 * (1 + np.abs(estimate).max()):
        fail(
            f"{what} is not x filtered with a kernel of {matrix.shape[1]} entries.",
            '`F.conv1d(x, h, padding="same")` without a bias, and with x as it is.',
        )
    return np.asarray(kernel)


def _watch_training(
    learn_kernel: Any,
    sizes: tuple[int, int, int],
    lr: float,
    *options: Any,
    loss: Loss = _squares,
    level: float = 1.0,
) -> tuple[torch.Tensor, list[float], list[float], _Training]:
    """Learned kernel, its losses, what ``loss_fn`` returned, and the training it should be.

    Where training started is read off the first estimate. Under the squares of sums, it leads to
    the negated target.
    """
    L, K, _ = sizes
    x, y = _task(L, level)
    loss_fn, calls = _recorder(loss)
    h, _, losses = _learn(learn_kernel, x, y, K, loss_fn, *options)
    matrix, aim = _band(x, K), np.array(as_numbers(y)) * (1 if loss is _squares else -1)
    start = _kernel_behind(_first_estimate(calls, L), matrix, "The first y_est")
    came = [float(loss(*pair)) for pair in calls]
    return h, losses, came, _Training(matrix, aim, start, lr)


TRAININGS = [((9, 4, 4), 0.1, _squares), ((12, 5, 4), 3.0, _squares_of_sums)]
"""The second one steps so far that losses rise, too."""


@check("learn_kernel", points=0.625)
def learn_kernel_takes_adam_steps(learn_kernel):
    """Each epoch notes the loss, then takes one Adam step with that learning rate."""
    for sizes, lr, loss in TRAININGS:
        _, losses, came, training = _watch_training(
            learn_kernel, sizes, lr, sizes[-1], lr, 5, loss=loss
        )
        epochs = sizes[-1]
        want = training.run(epochs)[0]
        expect_close(
            torch.tensor(losses, dtype=torch.float64),
            torch.tensor(want, dtype=torch.float64),
            "The list of losses of learn_kernel",
            mistakes={
                "losses taken after their updates": training.run(epochs + 1)[0][1:],
                "plain gradient descent instead of Adam": training.run(epochs, "sgd")[0],
                "gradients that are never zeroed": training.run(epochs, "accumulated")[0],
                "the default learning rate of 0.05": replace(training, lr=0.05).run(epochs)[0],
                "the smallest loss so far instead of each epoch's": [
                    *itertools.accumulate(want, min)
                ],
                "no training": [want[0]] * epochs,
            },
            hint="One step of `torch.optim.Adam([h], lr=lr)` under `loss_fn` per epoch, and each "
            "loss before it.",
            rtol=2e-4,
            atol=2e-4,
        )
        if not all(any(math.isclose(loss, one, rel_tol=1e-6) for one in came) for loss in losses):
            fail("A loss in losses is not one that loss_fn returned.", "Do not round the losses.")


@check("learn_kernel", points=0.375)
def learn_kernel_returns_the_last_kernel(learn_kernel):
    """`h` is the kernel after as many updates as there are epochs."""
    sizes, lr, loss = TRAININGS[0]
    h, _, _, training = _watch_training(learn_kernel, sizes, lr, sizes[-1], lr, 5, loss=loss)
    epochs = sizes[-1]
    expect_close(
        h,
        torch.tensor(training.run(epochs)[1], dtype=torch.float32),
        f"h of learn_kernel after {epochs} epochs",
        mistakes={
            "one update too few": training.run(epochs - 1)[1],
            "one update too many": training.run(epochs + 1)[1],
        },
        rtol=2e-4,
        atol=2e-4,
    )


@check("learn_kernel", points=0.375)
def learn_kernel_output_fits_its_kernel(learn_kernel):
    """`y_est` is the input filtered with the returned `h`, also in float64 and for even K."""
    for L, K, dtype in ((10, 3, torch.float32), (11, 6, torch.float64), (5, 8, torch.float64)):
        x, y = normal(L, seed=6, dtype=dtype), normal(L, seed=7, dtype=dtype)
        loss_fn, calls = _recorder(_squares)
        h, y_est, _ = _learn(learn_kernel, x, y, K, loss_fn, 2, 1.0)
        if any(one.dtype != other.dtype for one, other in calls):
            fail(
                f"loss_fn got tensors of two dtypes for {dtype} signals.",
                "Not every loss takes such a pair: train in the dtype of x.",
            )
        last = calls[-1][0].reshape(-1) if calls and calls[-1][0].numel() == L else y_est
        expect_close(
            y_est,
            filtered(x, h).to(dtype),
            f"y_est of learn_kernel for L={L}, K={K}",
            mistakes={
                "the output of the last epoch, before its update": last,
                "one sample too much padding before the input": filtered(x, h, K // 2),
                "the kernel turned around": filtered(x, h.flip(0)),
            },
            hint="Filter the input once more after training.",
            rtol=1e-4,  # training in float32 is good enough
            atol=1e-5,
        )


@check("learn_kernel", points=0.375)
def learn_kernel_returns_plain_tensors(learn_kernel):
    """`h` and `y_est` have no gradient history, and the inputs stay as they were."""
    x, y = normal(8, seed=8), normal(8, seed=9)
    watched = watch(x, y)
    got = learn_kernel(x, y, K=3, loss_fn=torch.nn.functional.mse_loss, epochs=2, lr=0.05, seed=1)
    h, y_est, _ = _learned(got, (8, 3, 2))
    for name, tensor in (("h", h), ("y_est", y_est)):
        if tensor.requires_grad:
            fail(f"{name} of learn_kernel still has a gradient history.", "`.detach()` it.")
    expect_left_alone(watched, "learn_kernel")
    _kernel_behind(np.array(as_numbers(y_est)), _band(x, 3), "y_est of learn_kernel")


@check("learn_kernel", points=0.5)
def learn_kernel_learns_under_every_loss(learn_kernel):
    """It learns under a spectral and a correlation loss, too, so it does not start at zero."""
    x, h_true = normal(24, seed=12), normal(9, seed=13)
    y = filtered(x, h_true).float()
    for name, loss_fn in (
        ("spectral", spectral_gap),
        ("correlation", correlation_gap),
    ):
        _, y_est, losses = _learn(learn_kernel, x, y, 9, loss_fn, 20, 0.06)
        recorded, calls = _recorder(loss_fn)
        _learn(learn_kernel, x, y, 9, recorded, 1, 0.06)
        _first_estimate(calls, 24)
        first, last, silent = (
            float(loss_fn(a.detach(), b)) for a, b in (calls[0], (y_est, y), (0 * y, y))
        )
        if not math.isclose(losses[0], first, rel_tol=1e-3, abs_tol=1e-5):
            fail(
                f"Under a {name} loss, losses starts with {losses[0]:.4g}, but loss_fn returned "
                f"{first:.4g}."
            )
        # a kernel that is good by chance need not get better, but no output at all does not do
        if not all(map(math.isfinite, losses)) or not last < 0.97 * max(first, silent):
            fail(
                f"Under a {name} loss, the loss starts at {first:.4g} and ends at {last:.4g}.",
                "Start from small random numbers: at zero some losses have no gradient.",
            )


@check("learn_kernel", points=0.25)
def learn_kernel_seed(learn_kernel):
    """The seed, 0 by default, decides on the start alone."""
    x, y = normal(8, seed=10), normal(8, seed=11)
    mse = torch.nn.functional.mse_loss
    expect_seeded(
        lambda **seed: list(_learned(learn_kernel(x, y, 3, mse, epochs=1, **seed), (8, 3, 1))[:2]),
        ["h", "y_est"],
        "learn_kernel",
        tolerance=0.0,  # however small the start is, it is another one
    )


@check("learn_kernel", points=0.25)
def learn_kernel_defaults(learn_kernel):
    """Without further arguments there are 100 epochs, with a learning rate of 0.05 throughout."""
    level = 0.006  # of signals so quiet that in the end the loss falls by less than 1e-6 per epoch
    *_, training = _watch_training(learn_kernel, (9, 4, 1), 0.05, 1, level=level)
    got = learn_kernel(*_task(9, level), 4, torch.nn.functional.mse_loss)
    _, _, losses = _learned(got, (9, 4, 100))
    expect_close(
        torch.tensor(losses, dtype=torch.float64),
        torch.tensor(training.run(100)[0], dtype=torch.float64),
        "The list of losses of learn_kernel without epochs and lr",
        hint="The learning rate is 0.05 by default, and the same in every epoch.",
        rtol=3e-3,  # Adam's eps of 1e-8 matters here, and textbooks add it before or after
        atol=1e-3 * level**2,  # the correction of the bias
    )
