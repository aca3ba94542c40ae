"""Stock ``otter run`` and the isolated engine agree; ``make parity`` runs the whole corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation
from tests.parity import (
    engine_run,
    kernel_zip,
    message_differences,
    otter_runs,
    score_differences,
)


def differences(assignment: str, archive: Path) -> list[str]:
    """Return how ``otter run`` with an autograder differs from the engine on a sample."""
    sample = REPOSITORY / "tests" / "samples" / assignment / "partly_right.ipynb"
    content = sample.read_bytes()
    judge = Judge(load(locate(assignment)), choose_isolation("auto"), slot=slots.claim())
    try:
        ours = engine_run(judge.judge(content))
    finally:
        judge.close()
    [theirs] = otter_runs([content], archive, jobs=1)
    assert theirs.scores
    return score_differences(theirs, ours) + message_differences(theirs, ours)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_otters_kernel(assignment: str) -> None:
    assert differences(assignment, kernel_zip(assignment)) == []


def test_plugin() -> None:
    assert differences("gradient_flow", locate("gradient_flow")) == []
