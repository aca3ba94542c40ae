"""What several questions are checked for: exact values, inputs kept, gradients, vectorization."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.expect import (
    expect_close,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    fail,
    is_close,
    watch,
)
from pcpt_grade.checks.tools import count_operations

SIZES = st.integers(2, 5)


def expect_exact(
    got: Any, want: torch.Tensor, call: str, mistakes: Mapping[str, Any] | None = None
) -> None:
    """Like ``expect_close``, but float64 has to be computed in float64."""
    expect_tensor(got, call, want.shape, want.dtype)
    if want.dtype == torch.float64 and not is_close(got, want, 1e-9, 1e-11):
        if is_close(got, want, 1e-5, 1e-5):
            fail(
                f"{call} has the dtype float64, but its values are only as precise as float32.",
                "Compute in the dtype of the inputs all the way.",
            )
        expect_close(got, want, call, mistakes, rtol=1e-9, atol=1e-11)
    expect_close(got, want, call, mistakes)


@contextmanager
def inputs_kept(call: str, **inputs: torch.Tensor) -> Iterator[None]:
    """Fail if the block changes an input: its values, memory, ``requires_grad`` or ``.grad``.

    Inputs that require gradients get one beforehand, as an earlier ``backward()`` leaves it.
    """
    before = watch(*inputs.values())
    flags = {name: tensor.requires_grad for name, tensor in inputs.items()}
    places = {name: tensor.data_ptr() for name, tensor in inputs.items()}
    grads = {name: torch.full_like(inputs[name], 3.0) for name, flag in flags.items() if flag}
    for name, grad in grads.items():
        inputs[name].grad = grad.clone()
    yield
    expect_untouched(before, call)
    for name, tensor in inputs.items():
        if tensor.requires_grad != flags[name]:
            fail(f"{call} changed {name}.requires_grad to {tensor.requires_grad}.")
        if tensor.data_ptr() != places[name]:
            fail(
                f"{call} moved {name} to other memory.",
                f"{name} is now a copy: its views no longer follow it.",
            )
        if not _same(tensor.grad, grads.get(name)):
            fail(
                f"{call} changed {name}.grad.",
                "Gradients belong to the caller: neither call `backward()` here nor clear them.",
            )


def _same(got: torch.Tensor | None, want: torch.Tensor | None) -> bool:
    return got is None if want is None else got is not None and torch.equal(got, want)


def expect_all_gradients(
    function: Callable[..., Any],
    values: Mapping[str, torch.Tensor],
    weights: torch.Tensor,
    wants: Mapping[str, torch.Tensor],
    call: str,
    mistakes: Mapping[str, Mapping[str, Any]],
) -> None:
    """Fail unless d sum(weights * output) / d value is as wanted, for all values and for each.

    Those for each of several values are taken in float32.
    """
    everything = tuple(values)
    for names in dict.fromkeys([everything, *((name,) for name in values)]):
        dtype, of = weights.dtype, call
        if names != everything:
            dtype, of = torch.float32, f"{call} (float32, only {names[0]} requires gradients)"
        inputs = {
            name: value.to(dtype, copy=True).requires_grad_(name in names)
            for name, value in values.items()
        }
        with inputs_kept(of, **inputs):
            output = function(*inputs.values())
        expect_tensor(output, of, weights.shape, dtype)
        if output.requires_grad:
            output = output * weights.to(dtype)
        watched = {name: inputs[name] for name in names}
        wanted = {name: wants[name].to(dtype) for name in names}
        expect_gradients(output, watched, wanted, of, mistakes=mistakes)


def expect_vectorized(
    function: Callable[..., Any],
    make: Callable[[int], tuple[torch.Tensor, ...]],
    oracle: Callable[..., torch.Tensor],
    call: str,
) -> None:
    """Fail if ``function`` is wrong on ``make(B)`` or needs more operations for a larger B.

    The small slack leaves room for a library call that works a little differently in some sizes.
    """
    counts = []
    for size in (3, 4000):
        inputs = make(size)
        want = oracle(*inputs)
        with count_operations() as counter:
            got = function(*inputs)
        expect_close(got, want, f"{call} with B = {size}")
        counts.append(counter.count)
    if counts[1] > counts[0] + 4:
        fail(
            f"The number of torch operations in {call} grows from {counts[0]} for B = 3 to "
            f"{counts[1]} for B = 4000: this is a loop over the batch.",
            "Let broadcasting do it: give the smaller tensor dimensions of size 1 where it is to "
            "be stretched, and write one expression for the whole batch.",
        )
