"""The corpus judged again and again, and beside what students leave behind: the same results?

``python -m tests.stability [ASSIGNMENT…] [--repeat N] [--every K] [--jobs N]`` judges every K-th
case in the isolated engine N times, and then once after each state of ``LEFT_BEHIND``. Scores,
verdicts and messages have to be equal.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox.choice import choose_isolation
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.verify import corpus
from pcpt_grade.verify.notebooks import case_notebook, solved_notebook, without_checks

LEFT_BEHIND = {
    "float64 as the default dtype": "import torch\ntorch.set_default_dtype(torch.float64)",
    "one thread": "import torch\ntorch.set_num_threads(1)",
    "two threads": (
        "import torch\ntorch.set_num_threads(2)\n"
        "torch.randn(2000, 2000) @ torch.randn(2000, 2000)  # starts the threads"
    ),
    "gradients switched off": "import torch\ntorch.set_grad_enabled(False)",
    "another seed": "import torch, random\ntorch.manual_seed(123); random.seed(5)",
}

Told = list[tuple[str, str, str]]
"""Name, verdict and message of each check, and the score of each question."""


def with_cell(content: bytes, source: str, place: int) -> bytes:
    """Return a notebook with another code cell before the cell number ``place``."""
    notebook = json.loads(content)
    cell = {"cell_type": "code", "id": "left-behind", "metadata": {}, "outputs": []}
    notebook["cells"].insert(place, {**cell, "execution_count": None, "source": source})
    return json.dumps(notebook).encode()


def told(result: SubmissionResult) -> Told:
    """Return what must not change."""
    checks = [check for question in result.questions for check in question.checks]
    said = [(check.name, str(check.verdict), check.message) for check in checks]
    scores = [(question.name, str(question.score), "") for question in result.questions]
    return [("the notebook", "", result.problem), *scores, *said]


def tasks(assignment: str, cases: Sequence[corpus.Case], state: str) -> list[Task]:
    """Return what judges each case's question, after a last cell that leaves ``state`` behind.

    In front of the answer it would change the answer: a layer that it keeps has the default dtype.
    """
    autograder, isolation = load(locate(assignment)), choose_isolation("auto")
    notebook = without_checks(solved_notebook(assignment))
    contents = [case_notebook(notebook, case) for case in cases]
    if state:
        contents = [with_cell(content, state, len(notebook["cells"])) for content in contents]
    return [
        Task(autograder, isolation, Limits(), content, (case.question,))
        for case, content in zip(cases, contents, strict=True)
    ]


def runs(repeat: int) -> Iterator[tuple[str, str]]:
    """Yield name and added cell of every run after the first one."""
    yield from ((f"repetition {number}", "") for number in range(2, repeat + 1))
    yield from LEFT_BEHIND.items()


def differences(assignment: str, repeat: int, every: int, jobs: int) -> tuple[int, list[str]]:
    """Return how many cases were compared, and a sentence for each difference."""
    cases = corpus.load_all(assignment)[::every]
    found: list[str] = []
    with LocalExecutor(jobs, choose_isolation("auto")) as executor:
        first = list(map(told, executor.map(Task.run, tasks(assignment, cases, ""))))
        for name, state in runs(repeat):
            again = map(told, executor.map(Task.run, tasks(assignment, cases, state)))
            found += [
                f"{assignment}/{case.question}/{case.slug}: {name}: {after} instead of {before}"
                for case, before, after in zip(cases, first, again, strict=True)
                if after != before
            ]
            print(f"{assignment}: {name}: {len(found)} so far", file=sys.stderr, flush=True)
    return len(cases), found


def main() -> int:
    """Compare and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.stability")
    parser.add_argument("assignments", nargs="*", default=list(ASSIGNMENTS))
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    failed = 0
    for assignment in given.assignments:
        count, found = differences(assignment, given.repeat, given.every, given.jobs)
        what = f"{given.repeat} times and after {len(LEFT_BEHIND)} states"
        print(*found, f"{assignment}: {count} cases {what}, {len(found)} differences", sep="\n")
        failed += len(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
