"""Stock ``otter run`` and the isolated engine agree; ``make parity`` runs the whole corpus."""

from __future__ import annotations

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation
from tests.parity import engine_run, message_differences, otter_runs, score_differences


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_partly_right_sample(assignment: str) -> None:
    sample = REPOSITORY / "tests" / "samples" / assignment / "partly_right.ipynb"
    content, archive = sample.read_bytes(), locate(assignment)
    judge = Judge(load(archive), choose_isolation("auto"), slot=slots.claim())
    try:
        ours = engine_run(judge.judge(content))
    finally:
        judge.close()
    [theirs] = otter_runs([content], archive, jobs=1)
    assert theirs.scores
    assert score_differences(theirs, ours) == []
    assert message_differences(theirs, ours) == []
