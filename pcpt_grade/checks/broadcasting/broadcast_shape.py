"""The properties checked for ``broadcast_shape``."""

from __future__ import annotations

import itertools
import numbers
from collections.abc import Callable, Mapping
from typing import Any

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import Examples
from pcpt_grade.checks.expect import expect_equal, fail, show
from pcpt_grade.checks.registry import check


def _broadcast(shape_a: tuple[int, ...], shape_b: tuple[int, ...]) -> tuple[int, ...] | None:
    """The oracle: what PyTorch does with two tensors of these shapes."""
    try:
        return tuple((torch.empty(shape_a) + torch.empty(shape_b)).shape)
    except RuntimeError:
        return None


def _expect_shape(
    got: Any,
    want: tuple[int, ...] | None,
    call: str,
    mistakes: Mapping[str, Any] | None = None,
    hint: str = "",
) -> None:
    """Fail unless ``got`` is ``want``: a tuple of whole numbers, or ``None``."""
    if got is None and want is not None:
        fail(
            f"{call} should be {show(want)}, but is None, although the shapes are compatible.",
            hint or "Is the function still a stub, or is its `return` missing?",
        )
    if isinstance(got, tuple) and not all(isinstance(size, numbers.Integral) for size in got):
        kinds = ", ".join(type(size).__name__ for size in got)
        fail(f"{call} should be a tuple of ints, but its entries are: {kinds}.")
    for name, wrong in (mistakes or {}).items():
        if want is None and isinstance(got, tuple) and got == wrong:
            fail(f"{call} should be None, but is {show(got)}. This is {name}.", hint)
    expect_equal(got, want, call, mistakes, hint)


def _expect_broadcast(
    function: Callable[..., Any], shape_a: tuple[int, ...], shape_b: tuple[int, ...], hint: str = ""
) -> None:
    """Fail unless ``function`` is right about two shapes, in this order and in the other."""
    want = _broadcast(shape_a, shape_b)
    for left, right in ((shape_a, shape_b), (shape_b, shape_a)):
        mistakes: dict[str, Any] = {
            "shapes that are aligned from the left": _aligned_left(left, right),
            "extra dimensions of the longer shape left out": tuple(
                (want or ())[max(0, len(want or ()) - min(len(left), len(right))) :]
            ),
        }
        if want is None:
            mistakes = {
                "the larger size taken, although neither is 1": _largest(left, right),
                "shapes that are aligned from the left": _aligned_left(left, right),
            }
        _expect_shape(
            function(left, right), want, f"broadcast_shape({left}, {right})", mistakes, hint
        )


def _aligned_left(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...] | None:
    length = max(len(left), len(right))
    filled = [(*shape, *(1,) * (length - len(shape))) for shape in (left, right)]
    return _broadcast(*filled)


def _largest(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    pairs = itertools.zip_longest(left[::-1], right[::-1], fillvalue=1)
    return tuple(max(a, b) for a, b in pairs)[::-1]


@check("broadcast_shape", points=0.5, public=True)
def broadcast_shape_of_small_tables(broadcast_shape):
    """(4, 1) and (3,) give (4, 3), (2, 3) and (3,) give (2, 3), (2, 3) and (2,) give None."""
    hint = "Write the shapes below each other, aligned at the right, and look at each column."
    for shape_a, shape_b, want in (
        ((4, 1), (3,), (4, 3)),
        ((2, 3), (3,), (2, 3)),
        ((2, 3), (2,), None),
    ):
        call = f"broadcast_shape({shape_a}, {shape_b})"
        try:
            got = broadcast_shape(shape_a, shape_b)
        except (RuntimeError, ValueError) as error:
            name = type(error).__name__
            fail(f"{call} should be {show(want)}, but raised {name}: {error}", hint)
        if got is None and want is not None:
            fail(
                f"{call} should be {show(want)}, but is None, although the shapes are compatible.",
                f"{hint} (A stub returns None, too.)",
            )
        if isinstance(got, tuple) and want is None:
            fail(f"{call} should be None, but is {show(got)}: 3 meets 2, and neither is 1.", hint)
        if isinstance(got, tuple) and any(hasattr(size, "__len__") for size in got):
            fail(f"{call} should be a tuple of ints, but is {show(got)}.")
        expect_equal(got, want, call, hint=hint)


@check("broadcast_shape", points=0.25)
def broadcast_shape_with_ones(broadcast_shape):
    """A size of 1 is stretched, on whichever side it stands, and 1 with 1 stays 1."""
    for shape_a, shape_b in (
        ((3, 1), (1, 4)),
        ((1,), (5,)),
        ((1, 1), (1,)),
        ((2, 1, 3), (1, 4, 1)),
        ((7, 1), (7, 1)),
        ((int("1000"), 3), (int("1000"), 1)),  # equal, but not one and the same object
        ((4, 3), (4, 3)),
    ):
        _expect_broadcast(broadcast_shape, shape_a, shape_b, "1 gives way to any size.")


@check("broadcast_shape", points=0.25)
def broadcast_shape_of_different_lengths(broadcast_shape):
    """The shorter shape, () included, is filled up with ones on its left."""
    for shape_a, shape_b in (
        ((5, 2, 3), (3,)),
        ((2, 2, 3), (2, 1)),
        ((3, 4, 1), (5,)),
        ((1, 1, 6), (6,)),
        ((), (2, 3)),
        ((), (1,)),
        ((), ()),
    ):
        _expect_broadcast(
            broadcast_shape,
            shape_a,
            shape_b,
            "A missing dimension counts as 1, and () is the shape of a single number.",
        )


@check("broadcast_shape", points=0.5)
def broadcast_shape_of_incompatible_shapes(broadcast_shape):
    """Shapes are incompatible as soon as two aligned sizes differ and neither is 1."""
    for shape_a, shape_b in (
        ((10,), (12,)),
        ((13,), (3,)),
        ((2, 3), (4, 3)),
        ((2, 3), (3, 4)),
        ((2, 4), (3, 4)),
        ((2, 6), (2, 3)),
        ((3, 1, 2), (4, 1, 2)),
        ((4, 2, 3), (4, 3)),
        ((2, 3, 1), (2, 1)),
        ((5, 1), (5,)),
    ):
        _expect_broadcast(
            broadcast_shape, shape_a, shape_b, "The answer is then None, not an exception."
        )


SHAPES = st.lists(st.sampled_from([1, 1, 2, 3]), max_size=6).map(tuple)

SHAPE_PAIRS = Examples(
    lambda shape_a, shape_b: (shape_a, shape_b), 12, shape_a=SHAPES, shape_b=SHAPES
)


@check("broadcast_shape", points=0.5)
def broadcast_shape_is_what_pytorch_does(broadcast_shape):
    """For any two shapes the answer, a tuple of ints or None, is what PyTorch would do."""
    for shape_a, shape_b in SHAPE_PAIRS:
        _expect_broadcast(broadcast_shape, shape_a, shape_b)
