"""Stock ``otter run`` and the isolated engine agree; ``make parity`` runs the whole corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation
from tests.parity import differences, engine_run
from tests.stock_otter import Handed, OtterRun, kernel_zip, otter_runs


def sample(assignment: str) -> bytes:
    """Return a submission that is partly right."""
    return (REPOSITORY / "tests/samples" / assignment / "partly_right.ipynb").read_bytes()


def engine(assignment: str) -> OtterRun:
    """Return what the engine makes of the sample."""
    judge = Judge(load(locate(assignment)), choose_isolation("auto"), slot=slots.claim())
    try:
        return engine_run(judge.judge(sample(assignment)))
    finally:
        judge.close()


def stock(assignment: str, archive: Path, *, warm: bool) -> OtterRun:
    """Return what stock otter makes of the sample."""
    handed = Handed(sample(assignment), archive, assignment)
    [run] = otter_runs([handed], jobs=1, warm=warm)
    assert run.scores
    assert any(run.messages.values())
    return run


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_otters_kernel(assignment: str) -> None:
    run = stock(assignment, kernel_zip(assignment), warm=True)
    assert differences(run, engine(assignment)) == []


def test_a_warm_kernel_gives_what_a_cold_one_gives() -> None:
    archive = kernel_zip("regularization")
    assert stock("regularization", archive, warm=True) == stock(
        "regularization", archive, warm=False
    )


def test_plugin() -> None:
    run = stock("gradient_flow", locate("gradient_flow"), warm=False)
    assert differences(run, engine("gradient_flow")) == []
