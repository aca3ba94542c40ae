"""Instruments for hidden checks: operations counted, the global RNG, pairs, inputs kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks.expect import expect_untouched, fail, show
from pcpt_grade.probes import OperationCount

Array = np.ndarray[Any, np.dtype[Any]]
"""What oracles compute with where torch is not the judge of torch."""

_counting: ContextVar[OperationCount | None] = ContextVar("counting", default=None)


def active_count() -> OperationCount | None:
    """Return the count of the innermost ``count_operations`` block, if there is one."""
    return _counting.get()


@contextmanager
def count_operations() -> Iterator[OperationCount]:
    """Count the torch operations of the block, wherever the student's function runs."""
    counter = OperationCount()
    token = _counting.set(counter)
    try:
        with counter:
            yield counter
    finally:
        _counting.reset(token)


@contextmanager
def global_seed(seed: int) -> Iterator[None]:
    """Seed torch's global RNG for the block and restore its state afterwards."""
    state = torch.get_rng_state()
    torch.default_generator.manual_seed(seed)
    try:
        yield
    finally:
        torch.set_rng_state(state)


def expect_pair(
    got: Any, call: str, what: str, kinds: tuple[type[Sequence[Any]], ...] = (tuple, list)
) -> tuple[Any, Any]:
    """Return the two entries of what a call returned, or fail.

    Args:
        got: What it returned.
        call: The call in words.
        what: What it should return in words, such as "(coefficients, losses)".
        kinds: The types that will do.
    """
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, kinds) or len(got) != 2:
        fail(f"{call} should return {what}, but returned {show(got)}.")
    return got[0], got[1]


def expect_left_alone(watched: list[tuple[Any, Any]], call: str) -> None:
    """Fail if a call changed what it was given: values, and gradients of plain tensors.

    Args:
        watched: What ``watch`` returned before the call; none of the tensors requires gradients.
        call: The call in words.
    """
    expect_untouched(watched, call)
    for given, _ in watched:
        if not isinstance(given, torch.Tensor):
            continue
        if given.requires_grad:
            fail(
                f"{call} switched gradients on for its input.",
                "Do that to a copy: `.detach().clone()`.",
            )
        if given.grad is not None:
            fail(
                f"{call} left a gradient in the `.grad` of its input.",
                "Calling `backward` is up to the caller.",
            )
