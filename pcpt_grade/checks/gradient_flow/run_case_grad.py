"""The properties checked for ``run_case_grad``."""

from __future__ import annotations

from typing import Any

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import expect_float, expect_untouched, fail, show, watch
from pcpt_grade.checks.gradient_flow._state import same_values
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_pair


def _loss_and_grad(got: Any, call: str) -> tuple[Any, Any]:
    return expect_pair(got, call, "the tuple (loss, grad)", (tuple,))


@check("run_case_grad", points=0.75, public=True)
def run_case_grad_of_two_and_three(run_case_grad):
    """At w=2 and x=3, loss and gradient are 72 and 72 without, 72 and 36 with `detach`."""
    for detach, want in ((False, 72.0), (True, 36.0)):
        w, x = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0)
        call = f"run_case_grad({detach}, w=2, x=3)"
        result = run_case_grad(detach, w, x)
        if result is None or not isinstance(result, tuple) or len(result) != 2:
            fail(f"{call} should return the tuple (loss, grad), but returned {show(result)}.")
        expect_float(result[0], 72.0, f"the loss of {call}", hint="a**2 + b**2 in either case.")
        expect_float(
            result[1],
            want,
            f"the gradient of {call}",
            mistakes={
                "branch b cut off although `detach` is False": 36.0,
                "branch b still connected to `w`": 72.0,
                "both branches cut off": 0.0,
            },
            hint="Branch b uses a version of `w` that lets no gradient through, iff `detach`.",
        )


@check("run_case_grad", points=0.5)
def run_case_grad_does_not_accumulate(run_case_grad):
    """Calling it again with the same w, gradients of earlier calls do not add up."""
    w, so_far = torch.tensor(1.5, requires_grad=True), 0.0
    cases = ((False, 2.0), (True, 2.0), (True, -1.0), (False, -1.0))
    for number, (detach, x) in enumerate(cases, start=1):
        call = f"call {number} of run_case_grad, ({detach}, w=1.5, x={x:g}) with the same w,"
        loss, grad = _loss_and_grad(run_case_grad(detach, w, torch.tensor(x)), call)
        expect_float(loss, 4.5 * x**2, f"the loss in {call}")
        want = (3 if detach else 6) * x**2
        so_far += want
        mistakes = {"gradients that accumulate over calls": so_far}
        expect_float(grad, want, f"the gradient in {call}", mistakes)


@check("run_case_grad", points=0.5)
def run_case_grad_ignores_an_old_gradient(run_case_grad):
    """What `w.grad` holds before the call does not enter the result."""
    for detach, want in ((False, 108.0), (True, 54.0)):
        w, x = torch.tensor(3.0, requires_grad=True), torch.tensor(-3.0)
        w.grad, x.grad = torch.tensor(100.0), torch.tensor(5.0)
        call = f"run_case_grad({detach}, w=3, x=-3) with w.grad = 100 from before"
        _, grad = _loss_and_grad(run_case_grad(detach, w, x), call)
        if not same_values(x.grad, torch.tensor(5.0)):
            fail(f"{call} changed x.grad.", "Only the gradient of w is yours.")
        mistakes = {"the old gradient added to the new one": want + 100.0}
        expect_float(grad, want, f"the gradient of {call}", mistakes)


def _case(seed: int, dtype: torch.dtype, sign: float) -> tuple[torch.Tensor, torch.Tensor]:
    w, x = normal(2, seed=seed, dtype=dtype).unbind()
    return (w + sign).detach().requires_grad_(), (x - sign).detach().clone()


CASES = Examples(_case, count=5, seed=SEEDS, dtype=FLOATS, sign=st.sampled_from([1.0, -1.0]))


@check("run_case_grad", points=0.75)
def run_case_grad_of_other_numbers(run_case_grad):
    """For any w and x, loss and gradient are right, and w and x stay as they are."""
    at_zero = torch.zeros((), requires_grad=True), torch.tensor(-2.0)
    for number, (w, x) in enumerate([at_zero, *CASES]):
        x.requires_grad_(number % 2 == 1)
        before, flag = watch(w, x), x.requires_grad
        square = 2 * w.item() * x.item() ** 2
        for detach in (True, False):
            call = f"run_case_grad({detach}, w={w.item():.6g}, x={x.item():.6g})"
            loss, grad = _loss_and_grad(run_case_grad(detach=detach, w=w, x=x), call)
            want = square if detach else 2 * square
            expect_float(loss, w.item() * square, f"the loss of {call}")
            expect_float(grad, want, f"the gradient of {call}")
            expect_untouched(before, call)
            if not w.requires_grad or x.requires_grad is not flag:
                fail(f"{call} changed `requires_grad` of w or x.")
