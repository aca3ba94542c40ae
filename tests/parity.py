"""The corpus under stock otter and in the isolated engine: the same scores and messages?

``python -m tests.parity [ASSIGNMENT…] [--jobs N] [--every K] [--cold] [--fresh]`` runs the corpus
(every K-th case) through ``otter run``, compares score and messages of every question with the
engine's, and counts the mutants that survive and the right answers that are refused under stock
otter. What otter gave is kept in ``output/parity``: a run that was stopped goes on there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY, find
from pcpt_grade.errors import AuthorError
from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox.choice import choose_isolation
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.verify import corpus
from pcpt_grade.verify.notebooks import case_notebook, solved_notebook
from tests.stock_otter import Handed, OtterRun, Records, kernel_zip

RECORDS = REPOSITORY / "output" / "parity"


def engine_run(result: SubmissionResult) -> OtterRun:
    """Return the isolated engine's result in otter's form."""
    return OtterRun(
        {question.name: question.score for question in result.questions},
        {
            question.name: tuple(c.message for c in question.checks if c.verdict != "PASS")
            for question in result.questions
        },
    )


def differences(otter: OtterRun, ours: OtterRun) -> list[str]:
    """Return a sentence for every question whose score or messages differ."""
    names = sorted(otter.scores.keys() | ours.scores.keys())
    found = [
        f"{name}: otter {otter.scores.get(name)}, isolated {ours.scores.get(name)}"
        for name in names
        if otter.scores.get(name) != ours.scores.get(name)
    ]
    return found + [
        f"{name}: otter says {otter.messages.get(name)}, isolated {ours.messages.get(name)}"
        for name in names
        if otter.messages.get(name) != ours.messages.get(name)
    ]


@dataclass(frozen=True)
class Compared:
    """A case, what stock otter made of it, and what the engine did."""

    case: corpus.Case
    otter: OtterRun
    ours: SubmissionResult

    @property
    def differences(self) -> list[str]:
        """How the two differ."""
        return differences(self.otter, engine_run(self.ours))

    @property
    def lost(self) -> set[str]:
        """The questions that lost points under stock otter."""
        return {
            question.name
            for question in self.ours.questions
            if self.otter.scores.get(question.name, 0.0) < question.possible
        }

    @property
    def survives(self) -> bool:
        """Whether a wrong answer earned all points of its question."""
        return not self.case.right and self.case.question not in self.lost

    @property
    def refused(self) -> bool:
        """Whether a right answer lost points, its own or another question's."""
        return self.case.right and (not self.ours.questions or bool(self.lost))

    @property
    def defects(self) -> list[str]:
        """All that should not be, one sentence each."""
        found = self.differences
        if self.survives:
            found.append(f"a wrong answer survives: {self.case.title}")
        if self.refused:
            where = ", ".join(sorted(self.lost)) or "all questions"
            found.append(f"a right answer loses points in {where}")
        return [f"{self.label}: {each}" for each in found]

    @property
    def label(self) -> str:
        """Where the case lies."""
        return f"{self.case.assignment}/{self.case.question}/{self.case.slug}"

    @property
    def line(self) -> str:
        """What came of it, on a line, or what is wrong with it."""
        fine = f"{self.label}: {'accepted' if self.case.right else 'caught'}"
        return "\n".join(self.defects) or fine


@dataclass(frozen=True)
class Way:
    """How ``otter run`` is run."""

    jobs: int
    every: int
    warm: bool

    def records(self, assignment: str, folder: Path = RECORDS) -> Path:
        """Return where its results are kept; those of cold kernels lie apart."""
        return folder / f"{assignment}{'' if self.warm else '-cold'}.jsonl"


def compare(assignment: str, way: Way) -> list[Compared]:
    """Take a part of the corpus through both; print a line for every case."""
    archive = kernel_zip(assignment)
    autograder, notebook = load(locate(assignment)), solved_notebook(assignment)
    cases = corpus.load_all(assignment)[:: way.every]
    contents = [case_notebook(notebook, case) for case in cases]
    isolation = choose_isolation("auto")
    tasks = [Task(autograder, isolation, Limits(), each) for each in contents]
    with LocalExecutor(way.jobs, isolation) as executor:
        ours = list(executor.map(Task.run, tasks))
    handed = [Handed(content, archive, assignment) for content in contents]
    theirs = Records(way.records(assignment)).runs(handed, way.jobs, warm=way.warm)
    found = []
    for case, left, right in zip(cases, theirs, ours, strict=True):
        found.append(Compared(case, left, right))
        print(f"{len(found)}/{len(cases)} {found[-1].line}", flush=True)
    return found


def parity_table() -> Table:
    """Return the table of results, without rows."""
    table = Table(title="The corpus under stock otter")
    table.add_column("assignment")
    for title in ("notebooks", "differences", "survivors", "refused", "minutes"):
        table.add_column(title, justify="right")
    return table


def row(assignment: str, compared: Sequence[Compared], seconds: float) -> list[str]:
    """Return a row of the table: what was counted, of how many."""
    right = sum(each.case.right for each in compared)
    return [
        assignment,
        str(len(compared)),
        str(sum(bool(each.differences) for each in compared)),
        f"{sum(each.survives for each in compared)}/{len(compared) - right}",
        f"{sum(each.refused for each in compared)}/{right}",
        f"{seconds / 60:.1f}",
    ]


def main() -> int:
    """Compare and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity")
    parser.add_argument("assignments", nargs="*", metavar="ASSIGNMENT")
    parser.add_argument("--jobs", type=int, default=2, help="notebooks at the same time")
    parser.add_argument("--every", type=int, default=1, help="take every K-th case")
    parser.add_argument("--cold", action="store_true", help="start kernels as jupyter does")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs gave")
    given = parser.parse_args()
    way = Way(given.jobs, given.every, not given.cold)
    table, everything, begin = parity_table(), [], time.monotonic()
    for assignment in given.assignments or ASSIGNMENTS:
        start = time.monotonic()
        try:
            name = find(assignment).name
            if given.fresh:
                way.records(name).unlink(missing_ok=True)
            compared = compare(name, way)
        except (AuthorError, FileNotFoundError) as error:
            print(error, file=sys.stderr)
            return 2
        table.add_row(*row(name, compared, time.monotonic() - start))
        everything += compared
    table.add_section()
    table.add_row(*row("all", everything, time.monotonic() - begin))
    Console().print(table)
    defects = [defect for each in everything for defect in each.defects]
    print("\n".join(defects))
    return 1 if defects else 0


if __name__ == "__main__":
    sys.exit(main())
