"""The isolated engine and the sample submissions, for whoever compares something with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation


@contextmanager
def judge_of(assignment: str) -> Iterator[Judge]:
    """Run a judge of an assignment, as ``pcpt-grade grade`` does."""
    autograder = load(locate(assignment))
    judge = Judge(autograder, choose_isolation("auto"), autograder.limits({}), slots.claim())
    try:
        yield judge
    finally:
        judge.close()


def sample(assignment: str, name: str) -> bytes:
    """Return the content of a sample submission."""
    return (REPOSITORY / "tests" / "samples" / assignment / f"{name}.ipynb").read_bytes()
