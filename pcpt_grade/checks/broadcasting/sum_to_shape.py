"""The properties checked for ``sum_to_shape``."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.broadcasting._properties import expect_exact, inputs_kept
from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import expect_close, expect_untouched, fail, watch
from pcpt_grade.checks.registry import check


def _summed(grad: torch.Tensor, shape: tuple[int, ...]) -> torch.Tensor:
    """The oracle: add every entry of ``grad`` where broadcasting took it from."""
    want = torch.zeros(shape, dtype=torch.float64)
    added = grad.dim() - len(shape)
    for index in itertools.product(*(range(size) for size in grad.shape)):
        source = tuple(0 if n == 1 else i for i, n in zip(index[added:], shape, strict=True))
        want[source] += float(grad[index])
    return want.to(grad.dtype)


def _expect_sum(
    function: Callable[..., Any],
    from_shape: tuple[int, ...],
    shape: tuple[int, ...],
    seed: int,
) -> None:
    """Fail unless ``function`` brings a drawn gradient back to ``shape`` and keeps the gradient."""
    grad = uniform(math.prod(from_shape), seed=seed, low=0.5, high=2.0).reshape(from_shape)
    call = f"sum_to_shape(grad, {shape}) with grad of shape {from_shape}"
    want = _summed(grad, shape)
    mistakes = {"a mean instead of a sum": want * want.numel() / max(1, grad.numel())}
    if len(from_shape) == 2 and from_shape[0] == from_shape[1]:
        mistakes["the wrong dimension summed"] = _summed(grad.T, shape)
    with inputs_kept(call, grad=grad):
        got = function(grad, shape)
    if isinstance(got, torch.Tensor) and shape != () and got.shape == ():
        fail(
            f"{call} should have shape {shape}, but everything was summed to a single number.",
            "`sum` over an empty list of dimensions sums over all of them.",
        )
    expect_exact(got, want, call, mistakes)


@check("sum_to_shape", points=0.5, public=True)
def sum_to_shape_of_a_small_table(sum_to_shape):
    """[[1, 2, 3], [4, 5, 6]] becomes [5, 7, 9] in shape (3,), and [[6], [15]] in shape (2, 1)."""
    grad = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    before = watch(grad)
    expect_close(
        sum_to_shape(grad, (3,)),
        torch.tensor([5.0, 7.0, 9.0]),
        "sum_to_shape([[1, 2, 3], [4, 5, 6]], (3,))",
        mistakes={
            "a mean instead of a sum": [2.5, 3.5, 4.5],
            "the first entry taken instead of the sum": [1.0, 2.0, 3.0],
        },
        hint="A (3,) vector that meets a (2, 3) table is added to 2 rows, so 2 gradients meet.",
    )
    expect_untouched(before, "sum_to_shape(grad, (3,))")
    expect_close(
        sum_to_shape(grad, (2, 1)),
        torch.tensor([[6.0], [15.0]]),
        "sum_to_shape([[1, 2, 3], [4, 5, 6]], (2, 1))",
        mistakes={
            "a mean instead of a sum": [[2.0], [5.0]],
            "the first entry taken instead of the sum": [[1.0], [4.0]],
        },
        hint="A (2, 1) column was stretched to 3 columns; its size-1 dimension is still there.",
    )


@check("sum_to_shape", points=0.5)
def sum_to_shape_without_stretching(sum_to_shape):
    """Dimensions that broadcasting left alone are not summed; ones that were ones stay ones."""
    for from_shape, shape in (
        ((2, 3), (2, 3)),
        ((), ()),
        ((1, 3), (1, 3)),
        ((2, 1), (2, 1)),
        ((1, 3), (1, 1)),
        ((2, 3, 1), (3, 1)),
        ((1, 3), (3,)),
    ):
        _expect_sum(sum_to_shape, from_shape, shape, seed=71)


@check("sum_to_shape", points=0.5)
def sum_to_shape_of_square_tables(sum_to_shape):
    """Where sizes coincide, the dimensions are still aligned from the right."""
    for from_shape, shape in (
        ((3, 3), (3,)),
        ((3, 3), (1, 3)),
        ((3, 3), (3, 1)),
        ((2, 2, 2), (2,)),
        ((2, 2, 2), (2, 1)),
        ((2, 3, 2), (2,)),
    ):
        _expect_sum(sum_to_shape, from_shape, shape, seed=72)


@check("sum_to_shape", points=0.5)
def sum_to_shape_added_and_stretched(sum_to_shape):
    """Added and stretched dimensions are summed together, down to a single number for ()."""
    for from_shape, shape in (
        ((2, 3, 4), (3, 1)),
        ((2, 3, 4), (1, 4)),
        ((2, 3, 4), (1, 1)),
        ((2, 3), (1,)),
        ((2, 3, 4), (2, 1, 1)),
        ((2, 1, 2, 3, 2), (2, 1, 2)),
        ((4, 3), ()),
        ((5,), ()),
        ((2, 3), (3,)),  # the shapes of the public check again, with other values
    ):
        _expect_sum(sum_to_shape, from_shape, shape, seed=73)


@st.composite
def _broadcasts(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A shape and the shape that it was broadcast to."""
    full = draw(st.lists(st.sampled_from([2, 3, 1, 4]), min_size=2, max_size=4))
    kept = full[draw(st.integers(0, 2)) :]
    return tuple(full), tuple(draw(st.sampled_from([size, 1, size])) for size in kept)


GRADIENTS = Examples(
    lambda shapes, seed, dtype: (
        shapes[1],
        normal(math.prod(shapes[0]), seed=seed, dtype=dtype).reshape(shapes[0]),
        torch.zeros(shapes[1], dtype=dtype, requires_grad=True),
    ),
    count=10,
    shapes=_broadcasts(),
    seed=SEEDS,
    dtype=FLOATS,
)


@check("sum_to_shape", points=0.5)
def sum_to_shape_agrees_with_autograd(sum_to_shape):
    """The result is what autograd gives for a broadcast input, in the dtype of grad."""
    for shape, grad, source in GRADIENTS:
        full = tuple(grad.shape)
        (want,) = torch.autograd.grad(source.expand(full), source, grad)
        call = f"sum_to_shape(grad, {shape}) with {grad.dtype} grad of shape {full}"
        with inputs_kept(call, grad=grad):
            expect_exact(sum_to_shape(grad, shape), want, call)
