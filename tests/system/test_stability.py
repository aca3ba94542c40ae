"""What must not change a verdict: repetition, threads, state that a student leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.judge.judge import Judge
from tests.judging import judge_of, sample
from tests.stability import LEFT_BEHIND, Told, differences, told, with_cell

SAMPLES = ("right", "partly_right")


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def assignment(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def judge(assignment: str) -> Iterator[Judge]:
    with judge_of(assignment) as made:
        yield made


@pytest.fixture(scope="module")
def plain(assignment: str, judge: Judge) -> dict[str, Told]:
    """Return what is said of the samples as they are."""
    return {name: told(judge.judge(sample(assignment, name))) for name in SAMPLES}


@pytest.mark.parametrize("repetitions", [5, pytest.param(20, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", SAMPLES)
def test_repetitions_say_the_same(
    assignment: str, judge: Judge, name: str, repetitions: int
) -> None:
    content = sample(assignment, name)
    first = judge.judge(content)
    assert not first.problem
    for _ in range(repetitions - 1):
        assert judge.judge(content) == first


@pytest.mark.parametrize("state", LEFT_BEHIND)
def test_state_left_behind_changes_nothing(
    assignment: str, judge: Judge, plain: dict[str, Told], state: str
) -> None:
    for name in SAMPLES:
        touched = judge.judge(with_cell(sample(assignment, name), LEFT_BEHIND[state], 0))
        assert told(touched) == plain[name]


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_corpus_says_the_same(assignment: str) -> None:
    count, found = differences(assignment, repeat=20, every=10, jobs=2)
    assert count >= 10
    assert found == []
