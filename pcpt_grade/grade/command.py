"""``pcpt-grade grade``."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
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
from pcpt_grade.grade.find import Found, find
from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.run import Run
from pcpt_grade.grade.store import Store
from pcpt_grade.judge.autograder import Autograder, load, locate
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.report import files
from pcpt_grade.report.grades import grades_csv
from pcpt_grade.report.table import score_table
from pcpt_grade.sandbox.launch import refusal
from pcpt_grade.sandbox.limits import Limits


def grade(
    assignment: str,
    paths: Sequence[Path],
    output: Path,
    jobs: int | None,
    isolation: str,
    fresh: bool,
    limits: Mapping[str, Any],
) -> int:
    """Grade and report; return the exit status.

    Returns:
        0 if all submissions are graded, 1 if some could not be, 2 if some failed by our own fault.
    """
    autograder = load(locate(assignment))
    submissions = find(paths)
    output.mkdir(parents=True, exist_ok=True)
    store = Store(output / "grades.sqlite")
    if fresh:
        store.clear()
    jobs = jobs or os.cpu_count() or 1
    level = choose_isolation(isolation)
    run = Run(
        autograder,
        store,
        lambda: LocalExecutor(min(jobs, len(submissions)), level),
        jobs,
        level,
        Limits(**limits),
    )
    try:
        results = _judge_all(run, submissions, output)
    finally:
        store.close()
    return _report(autograder, results, output)


def choose_isolation(wanted: str) -> str:
    """Return the level to use: the best that this machine offers, unless one is named.

    Raises:
        BrokenError: if the wanted level, or any safe level, cannot be had.
    """
    if wanted == "none":
        return wanted
    candidates = ["namespaces", "user"] if wanted == "auto" else [wanted]
    refusals = []
    for level in candidates:
        reason = refusal(level)
        if not reason:
            return level
        refusals.append(f"{level}: {reason}")
    raise BrokenError(
        f"No isolation can be had here ({'; '.join(refusals)}). Grade as root, allow user "
        "namespaces, or choose --isolation none if you trust every submission."
    )


def _judge_all(run: Run, submissions: Sequence[Found], output: Path) -> dict[str, SubmissionResult]:
    names = files.result_names(found.name for found in submissions)
    results: dict[str, SubmissionResult] = {}
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
            results[graded.name] = graded.result
            files.write(
                output / "results" / names[graded.name], files.gradescope_json(graded.result)
            )
            if graded.result.problem:
                kind = "our own fault" if graded.result.broken else "not graded"
                console.print(f"{escape(graded.name)}: {kind}: {escape(graded.result.problem)}")
            progress.advance(bar)
    return results


def possible_points(autograder: Autograder) -> dict[str, float]:
    """Return the points of each question, in the order of the test files."""
    return {name: float(autograder.test_file(name).possible) for name in autograder.tests}


def _report(autograder: Autograder, results: dict[str, SubmissionResult], output: Path) -> int:
    possible = possible_points(autograder)
    files.write(output / "final_grades.csv", grades_csv(possible, results))
    Console().print(score_table(f"{autograder.name}", possible, results))
    Console().print(f"Written: {output / 'final_grades.csv'} and {output / 'results'}/")
    if any(result.isolation == "none" for result in results.values()):
        Console(stderr=True).print("[bold red]Graded without isolation:[/] scores can be forged.")
    if any(result.broken for result in results.values()):
        return 2
    return 1 if any(result.problem for result in results.values()) else 0
