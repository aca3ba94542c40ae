"""The properties checked for ``truncated_gradient``."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import expect_float, expect_untouched, fail, show, watch
from pcpt_grade.checks.gradient_flow._state import same_values
from pcpt_grade.checks.registry import check


@check("truncated_gradient", points=0.75, public=True)
def truncated_gradient_of_four_ones(truncated_gradient):
    """For w=2 and xs=[1, 1, 1, 1], dL/dw is 586 in full and 438 in chunks of two steps."""
    xs = torch.ones(4)
    expect_float(
        truncated_gradient(torch.tensor(2.0), xs, 4),
        586.0,
        "truncated_gradient(2, [1, 1, 1, 1], chunk=4)",
        mistakes={
            "the hidden state detached after every step": 258.0,
            "the hidden state detached before its loss is added": 76.0,
            "the mean instead of the sum": 146.5,
        },
    )
    expect_float(
        truncated_gradient(torch.tensor(2.0), xs, 2),
        438.0,
        "truncated_gradient(2, [1, 1, 1, 1], chunk=2)",
        mistakes={
            "the hidden state never detached": 586.0,
            "the hidden state detached after every step": 258.0,
            "the hidden state detached after the first and the third step": 286.0,
            "the hidden state set to zero instead of detached": 12.0,
            "the loss of the last chunk alone": 432.0,
        },
        hint="h is 1, 3, 7, 15; it is detached after the second and the fourth step.",
    )


def _sensitivity(w: float, xs: list[float], chunk: int, first: int = 0) -> float:
    """Return dL/dw by carrying h and dh/dw forward; ``first`` shifts the cuts."""
    h = slope = total = 0.0
    for step, x in enumerate(xs, start=1):
        h, slope = w * h + x, h + w * slope
        total += 2 * h * slope
        if step % chunk == first % chunk:
            slope = 0.0
    return total


def _sequence(seed: int, dtype: torch.dtype, length: int) -> tuple[torch.Tensor, torch.Tensor]:
    w = uniform(1, seed=seed, low=-1.2, high=1.2, dtype=dtype)[0].clone()
    return w.requires_grad_(length % 2 == 0), normal(length, seed=seed + 1, dtype=dtype)


SEQUENCES = Examples(_sequence, count=3, seed=SEEDS, dtype=FLOATS, length=st.integers(2, 7))


@check("truncated_gradient", points=1)
def truncated_gradient_for_every_chunk(truncated_gradient):
    """The gradient is right for every chunk length, also where it does not divide the length."""
    zero = torch.tensor(0.0), torch.tensor([1.0, -2.0, 3.0])
    loud = torch.tensor(1.5, dtype=torch.float64), 30 * normal(6, seed=12, dtype=torch.float64)
    for w, xs in [_sequence(11, torch.float64, 5), zero, loud, *SEQUENCES]:
        before, numbers = watch(w, xs), xs.tolist()
        for chunk in range(1, len(xs) + 3):
            call = f"truncated_gradient(w={w.item():.6g}, xs of length {len(xs)}, chunk={chunk})"
            expect_float(
                truncated_gradient(w=w, xs=xs, chunk=chunk),
                _sensitivity(w.item(), numbers, chunk),
                call,
                {
                    "the hidden state detached one step too early": _sensitivity(
                        w.item(), numbers, chunk, -1
                    ),
                    "the hidden state detached after the first step of each chunk": _sensitivity(
                        w.item(), numbers, chunk, 1
                    ),
                    "the hidden state never detached": _sensitivity(w.item(), numbers, 99),
                },
            )
            expect_untouched(before, call)


@check("truncated_gradient", points=0.75)
def truncated_gradient_leaves_w_alone(truncated_gradient):
    """The parameter w keeps its value, its `requires_grad` and its `.grad`, whatever they are."""
    xs = torch.tensor([1.0, -2.0, 3.0])
    for requires_grad, old in ((False, None), (True, None), (True, 100.0), (False, 100.0)):
        w = torch.tensor(0.5, requires_grad=requires_grad)
        w.grad = None if old is None else torch.tensor(old)
        call = f"truncated_gradient(w, xs, 2) with requires_grad={requires_grad}, grad={show(old)}"
        before = watch(w, xs)
        expect_float(truncated_gradient(w, xs, 2), -9.75, call)
        expect_untouched(before, call)
        if w.requires_grad is not requires_grad:
            fail(f"{call} left w with requires_grad={w.requires_grad}.")
        if not same_values(w.grad, None if old is None else torch.tensor(old)):
            fail(f"{call} left w with grad={show(w.grad)}.", "Work on a copy of w of your own.")
