"""The same submissions under stock otter and in the isolated engine: the same scores?

``python -m tests.parity [ASSIGNMENT…] [--jobs N] [--every K]`` runs the corpus (every K-th case)
through ``otter run`` and compares the score of every question.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import multiprocessing
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox.choice import choose_isolation
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.verify import corpus
from pcpt_grade.verify.notebooks import case_notebook, solved_notebook

Scores = dict[str, float]
NO_KERNEL = "Kernel died before replying to kernel_info"
"""What two kernels that start at the same moment can end with: they take the same port."""


def kernel_zip(assignment: str) -> Path:
    """Return the autograder without the plugin, so that otter's kernel runs student code and tests.

    Raises:
        FileNotFoundError: if ``pcpt-grade build --kernel`` has not made it.
    """
    path = locate(assignment)
    found = path.with_stem(f"{path.stem}-kernel")
    if not found.exists():
        raise FileNotFoundError(f"{found} is missing: run `pcpt-grade build --kernel`.")
    return found


@dataclass(frozen=True)
class OtterRun:
    """What stock ``otter run`` gave: scores, and the message of every failed test case."""

    scores: Scores
    messages: dict[str, tuple[str, ...]]


def otter_run(content: bytes, archive: Path) -> OtterRun:
    """Grade a notebook with ``otter run``: student code and tests share otter's kernel."""
    from otter.run import main

    def grade() -> Any:
        return main(str(path), autograder=str(archive), output_dir=None, no_logo=True)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "submission.ipynb"
        path.write_bytes(content)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                results = grade()
            except RuntimeError as error:
                if str(error) != NO_KERNEL:
                    raise
                results = grade()
    files = results.results
    return OtterRun(
        {name: float(file.score) for name, file in files.items()},
        {
            name: tuple(str(each.message) for each in file.test_case_results if not each.passed)
            for name, file in files.items()
        },
    )


def otter_runs(contents: Sequence[bytes], archive: Path, jobs: int) -> Iterator[OtterRun]:
    """Yield what ``otter run`` gives for each notebook, in processes that do nothing else."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as executor:
        yield from executor.map(otter_run, contents, [archive] * len(contents))


def engine_run(result: SubmissionResult) -> OtterRun:
    """Return the isolated engine's result in the same form."""
    return OtterRun(
        {question.name: question.score for question in result.questions},
        {
            question.name: tuple(c.message for c in question.checks if c.verdict != "PASS")
            for question in result.questions
        },
    )


def score_differences(otter: OtterRun, ours: OtterRun) -> list[str]:
    """Return a sentence for every question whose score differs."""
    names = sorted(otter.scores.keys() | ours.scores.keys())
    return [
        f"{name}: otter {otter.scores.get(name)}, isolated {ours.scores.get(name)}"
        for name in names
        if otter.scores.get(name) != ours.scores.get(name)
    ]


def message_differences(otter: OtterRun, ours: OtterRun) -> list[str]:
    """Return a sentence for every question whose messages differ."""
    return [
        f"{name}: otter says {otter.messages[name]}, isolated {ours.messages.get(name)}"
        for name in otter.messages
        if otter.messages[name] != ours.messages.get(name)
    ]


def compare(assignment: str, every: int, jobs: int) -> tuple[int, list[str]]:
    """Return how many cases were compared, and every difference in a score."""
    archive = kernel_zip(assignment)
    autograder, notebook = load(locate(assignment)), solved_notebook(assignment)
    cases = [*corpus.load("mutants", assignment), *corpus.load("accepted", assignment)][::every]
    contents = [case_notebook(notebook, case) for case in cases]
    isolation = choose_isolation("auto")
    tasks = [Task(autograder, isolation, Limits(), each) for each in contents]
    with LocalExecutor(jobs, isolation) as executor:
        ours = [engine_run(result) for result in executor.map(Task.run, tasks)]
    found, theirs = [], otter_runs(contents, archive, jobs)
    for number, (case, left, right) in enumerate(zip(cases, theirs, ours, strict=True), 1):
        label = f"{assignment}/{case.question}/{case.slug}"
        found += [f"{label}: {each}" for each in score_differences(left, right)]
        found += [f"{label}: message: {each}" for each in message_differences(left, right)]
        print(f"{number}/{len(cases)} {label}", file=sys.stderr, flush=True)
    return len(cases), found


def main() -> int:
    """Compare and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity")
    parser.add_argument("assignments", nargs="*", default=list(ASSIGNMENTS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    failed = 0
    for assignment in given.assignments:
        count, differences = compare(assignment, given.every, given.jobs)
        for difference in differences:
            print(difference)
        print(f"{assignment}: {count} cases compared, {len(differences)} differences")
        failed += len(differences)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
