"""What answers to several questions have in common: a pair of statistics, a seed."""

from __future__ import annotations

from typing import Any

from pcpt_grade.checks.tools import expect_pair

USE_THE_SEED = "Seed a generator with `seed`, and draw everything from it, the shuffle included."


def statistics_of(got: Any, call: str) -> tuple[Any, Any]:
    """Return the two parts of a pair of statistics, or fail."""
    return expect_pair(got, call, "a pair of tensors")
