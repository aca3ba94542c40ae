"""What answers to several questions have in common: a pair of statistics, a seed."""

from __future__ import annotations

from typing import Any

from pcpt_grade.checks.expect import fail, show


def expect_pair(got: Any, call: str) -> tuple[Any, Any]:
    """Return the two parts of a pair, or fail."""
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        fail(f"{call} should return a pair of tensors, but returned {show(got)}.")
    return got[0], got[1]


USE_THE_SEED = "Seed a generator with `seed`, and draw everything from it, the shuffle included."
