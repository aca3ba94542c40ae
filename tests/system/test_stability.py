"""What must not change a verdict: repetition, threads, state that a student leaves behind."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation

LEFT_BEHIND = {
    "float64 as the default dtype": "import torch\ntorch.set_default_dtype(torch.float64)",
    "two threads": (
        "import torch\ntorch.set_num_threads(2)\n"
        "torch.randn(2000, 2000) @ torch.randn(2000, 2000)  # starts the threads"
    ),
    "gradients switched off": "import torch\ntorch.set_grad_enabled(False)",
    "another seed": "import torch, random\ntorch.manual_seed(123); random.seed(5)",
}


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


def with_first_cell(content: bytes, source: str) -> bytes:
    notebook = json.loads(content)
    cell = {"cell_type": "code", "id": "left-behind", "metadata": {}, "outputs": []}
    notebook["cells"].insert(0, {**cell, "execution_count": None, "source": source})
    return json.dumps(notebook).encode()


def told(result: SubmissionResult) -> list[tuple[str, str, str]]:
    checks = [check for question in result.questions for check in question.checks]
    return [(check.name, str(check.verdict), check.message) for check in checks]


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
        touched = judge.judge(with_first_cell(sample(assignment, name), LEFT_BEHIND[state]))
        assert told(touched) == told(plain)
