"""The assignments of the unit: their names, titles and points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pcpt_grade.errors import AuthorError

REPOSITORY = Path(__file__).resolve().parent.parent
"""Where masters, solutions and built assignments lie when working in a checkout."""


@dataclass(frozen=True)
class Assignment:
    """One assignment: ``auto`` points come from checks, ``manual`` ones from a grader."""

    name: str
    title: str
    auto: int
    manual: int
    limits: Mapping[str, float] = field(default_factory=dict)
    """The limits in which its submissions differ from the usual ones (``sandbox.limits``)."""


ASSIGNMENTS = {
    assignment.name: assignment
    for assignment in (
        Assignment("broadcasting", "Broadcasting in PyTorch", 15, 0),
        Assignment("gradient_flow", "Gradient flow and parameter states", 15, 0),
        Assignment("normalization", "Input and batch normalization", 22, 4),
        Assignment("regularization", "Weight decay and dropout", 18, 2),
        Assignment("custom_losses", "Custom losses", 20, 4),
    )
}


def find(name: str) -> Assignment:
    """Return the assignment of that name.

    Raises:
        AuthorError: if there is none.
    """
    try:
        return ASSIGNMENTS[name]
    except KeyError:
        known = ", ".join(ASSIGNMENTS)
        raise AuthorError(f"There is no assignment {name!r}; there are {known}.") from None
