"""Stock ``otter run`` and the isolated engine agree; ``make parity`` runs the whole corpus."""

from __future__ import annotations

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


def stock(handed: list[Handed], *, warm: bool) -> list[OtterRun]:
    """Return what stock otter makes of samples; something has to be wrong with each."""
    runs = list(otter_runs(handed, jobs=1, warm=warm))
    assert all(run.scores and any(run.messages.values()) for run in runs)
    return runs


@pytest.fixture(scope="module")
def warm_runs() -> dict[str, OtterRun]:
    """Return what otter makes of all samples; its kernels are forks of one process."""
    handed = [Handed(sample(name), kernel_zip(name), name) for name in ASSIGNMENTS]
    return dict(zip(ASSIGNMENTS, stock(handed, warm=True), strict=True))


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_otters_kernel(assignment: str, warm_runs: dict[str, OtterRun]) -> None:
    assert differences(warm_runs[assignment], engine(assignment)) == []


def test_a_warm_kernel_gives_what_a_cold_one_gives(warm_runs: dict[str, OtterRun]) -> None:
    handed = Handed(sample("regularization"), kernel_zip("regularization"), "regularization")
    assert stock([handed], warm=False) == [warm_runs["regularization"]]


def test_plugin() -> None:
    handed = Handed(sample("gradient_flow"), locate("gradient_flow"), "gradient_flow")
    [run] = stock([handed], warm=False)
    assert differences(run, engine("gradient_flow")) == []
