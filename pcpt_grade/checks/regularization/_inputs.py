"""Inputs, which have to stay as they are."""

from __future__ import annotations

from typing import Any

from pcpt_grade.checks.expect import expect_untouched, fail


def expect_as_before(watched: list[tuple[Any, Any]], call: str) -> None:
    """Fail if a watched tensor, none of which requires gradients, has changed in any respect."""
    expect_untouched(watched, call)
    if any(tensor.requires_grad or tensor.grad is not None for tensor, _ in watched):
        fail(
            f"{call} changed the requires_grad or the .grad of its input.",
            "Do that to a copy: `.detach().clone()`.",
        )
