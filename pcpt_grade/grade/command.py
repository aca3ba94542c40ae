"""``pcpt-grade grade``."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from pcpt_grade.errors import BrokenError
from pcpt_grade.grade import cluster
from pcpt_grade.grade.find import Found, find
from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.run import Run
from pcpt_grade.grade.store import Store
from pcpt_grade.judge.autograder import Autograder, load, locate
from pcpt_grade.outcome import Outline
from pcpt_grade.report import files
from pcpt_grade.report.grades import grades_csv
from pcpt_grade.report.table import score_table
from pcpt_grade.sandbox.choice import choose_isolation

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""


@dataclass(frozen=True)
class Where:
    """Where submissions are judged, and how.

    Args:
        isolation: "auto", "namespaces", "user" or "none".
        jobs: Submissions at a time on this machine; the number of processors by default.
        scheduler: The address of a Dask scheduler whose workers judge instead of this machine.
    """

    isolation: str = "auto"
    jobs: int | None = None
    scheduler: str | None = None


def grade(
    assignment: str,
    paths: Sequence[Path],
    output: Path,
    where: Where,
    *,
    fresh: bool,
    limits: Mapping[str, Any],
) -> int:
    """Grade and report; return the exit status.

    Returns:
        0 if all submissions are graded, 1 if some could not be, 2 if some failed by our own fault,
        130 if the run was interrupted.
    """
    autograder = load(locate(assignment))
    submissions = find(paths)
    with contextlib.closing(_open_store(output, fresh=fresh)) as store:
        isolation = choose_isolation(where.isolation)
        with _executors(where, isolation, len(submissions)) as (jobs, make_executor):
            given = autograder.limits(limits)
            run = Run(autograder, store, make_executor, jobs, isolation, given)
            results: dict[str, Outline] = {}
            try:
                _judge_all(run, submissions, output, results)
            except KeyboardInterrupt:
                Console(stderr=True).print(
                    f"Interrupted: {len(results)} of {len(submissions)} submissions are judged and "
                    "kept. Run the same command again to judge the others."
                )
                return INTERRUPTED
    return _report(autograder, results, output)


def _open_store(output: Path, *, fresh: bool) -> Store:
    """Return the store of an output folder, which is this run's alone from here on."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BrokenError(f"The folder {output} cannot be made: {error.strerror}.") from None
    store = Store(output / "grades.sqlite")
    files.remove_unfinished(output)
    if fresh:
        store.clear()
    return store


@contextlib.contextmanager
def _executors(
    where: Where, isolation: str, count: int
) -> Iterator[tuple[int, Callable[[], Executor]]]:
    """Yield how many submissions are judged at a time, and what makes the executors for that."""
    if where.scheduler:
        with cluster.connect(where.scheduler) as connected:
            yield connected
        return
    jobs = min(where.jobs or os.cpu_count() or 1, count)
    yield jobs, lambda: LocalExecutor(jobs, isolation)


def _judge_all(
    run: Run, submissions: Sequence[Found], output: Path, results: dict[str, Outline]
) -> None:
    """Judge submissions, write a file for each, and collect what the tables tell of them."""
    names = files.result_names(found.name for found in submissions)
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(f"grading {run.autograder.name}", total=len(submissions))
        for graded in run.grade(submissions):
            text = files.gradescope_json(graded.result)
            files.write(output / "results" / names[graded.name], text)
            results[graded.name] = graded.result.outline()
            if graded.result.problem:
                kind = "our own fault" if graded.result.broken else "not graded"
                console.print(f"{escape(graded.name)}: {kind}: {escape(graded.result.problem)}")
            progress.advance(bar)


def possible_points(autograder: Autograder) -> dict[str, float]:
    """Return the points of each question, in the order of the test files."""
    return {name: float(autograder.test_file(name).possible) for name in autograder.tests}


def _report(autograder: Autograder, results: dict[str, Outline], output: Path) -> int:
    possible = possible_points(autograder)
    files.write(output / "final_grades.csv", grades_csv(possible, results))
    Console().print(score_table(f"{autograder.name}", possible, results))
    Console().print(f"Written: {output / 'final_grades.csv'} and {output / 'results'}/")
    if any(result.isolation == "none" for result in results.values()):
        Console(stderr=True).print("[bold red]Graded without isolation:[/] scores can be forged.")
    if any(result.broken for result in results.values()):
        return 2
    return 1 if any(result.problem for result in results.values()) else 0
