"""Stock ``otter run`` and the isolated engine agree; ``make parity`` runs the whole corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.judge.autograder import locate
from tests.judging import judge_of, sample
from tests.parity import differences, engine_run
from tests.stock_otter import Handed, OtterRun, kernel_zip, otter_runs


def partly_right(assignment: str, archive: Path) -> Handed:
    """Return the sample that is partly right, and what otter grades it with."""
    return Handed(sample(assignment, "partly_right"), archive, assignment)


def engine(assignment: str) -> OtterRun:
    """Return what the engine makes of the sample."""
    with judge_of(assignment) as judge:
        return engine_run(judge.judge(sample(assignment, "partly_right")))


def stock(handed: list[Handed], *, warm: bool) -> list[OtterRun]:
    """Return what stock otter makes of samples; something has to be wrong with each."""
    runs = list(otter_runs(handed, jobs=1, warm=warm))
    assert all(run.scores and any(run.messages.values()) for run in runs)
    return runs


@pytest.fixture(scope="module")
def warm_runs() -> dict[str, OtterRun]:
    """Return what otter makes of all samples; its kernels are forks of one process."""
    handed = [partly_right(name, kernel_zip(name)) for name in ASSIGNMENTS]
    return dict(zip(ASSIGNMENTS, stock(handed, warm=True), strict=True))


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_otters_kernel(assignment: str, warm_runs: dict[str, OtterRun]) -> None:
    assert differences(warm_runs[assignment], engine(assignment)) == []


def test_a_warm_kernel_gives_what_a_cold_one_gives(warm_runs: dict[str, OtterRun]) -> None:
    handed = partly_right("regularization", kernel_zip("regularization"))
    assert stock([handed], warm=False) == [warm_runs["regularization"]]


def test_plugin() -> None:
    handed = partly_right("gradient_flow", locate("gradient_flow"))
    [run] = stock([handed], warm=False)
    assert differences(run, engine("gradient_flow")) == []
