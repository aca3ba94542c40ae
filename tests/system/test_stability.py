"""What must not change a verdict: repetition, threads, state that a student leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation
from tests.stability import LEFT_BEHIND, differences, told, with_cell


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def assignment(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def judge(assignment: str) -> Iterator[Judge]:
    made = Judge(load(locate(assignment)), choose_isolation("auto"), slot=slots.claim())
    yield made
    made.close()


def sample(assignment: str, name: str) -> bytes:
    return (REPOSITORY / "tests" / "samples" / assignment / f"{name}.ipynb").read_bytes()


@pytest.mark.parametrize("repetitions", [5, pytest.param(20, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", ["right", "partly_right"])
def test_repetitions_say_the_same(
    assignment: str, judge: Judge, name: str, repetitions: int
) -> None:
    content = sample(assignment, name)
    first = judge.judge(content)
    assert not first.problem
    for _ in range(repetitions - 1):
        assert judge.judge(content) == first


@pytest.mark.parametrize("state", LEFT_BEHIND)
def test_state_left_behind_changes_nothing(assignment: str, judge: Judge, state: str) -> None:
    for name in ("right", "partly_right"):
        plain = judge.judge(sample(assignment, name))
        touched = judge.judge(with_cell(sample(assignment, name), LEFT_BEHIND[state], 0))
        assert told(touched) == told(plain)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_corpus_says_the_same(assignment: str) -> None:
    count, found = differences(assignment, repeat=20, every=10, jobs=2)
    assert count >= 10
    assert found == []
