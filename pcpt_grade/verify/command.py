"""``pcpt-grade verify``."""

from __future__ import annotations

import os
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from pcpt_grade.catalog import ASSIGNMENTS, find
from pcpt_grade.checks import questions
from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import load, locate
from pcpt_grade.sandbox.choice import choose_isolation
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.verify import corpus, measure
from pcpt_grade.verify.notebooks import case_notebook, solved_notebook, without_checks


def verify(assignments: Sequence[str], jobs: int | None, *, whole: bool = False) -> int:
    """Judge the whole corpus and print what it says about the checks.

    Args:
        assignments: All of them by default.
        jobs: Cases at a time; the number of processors by default.
        whole: Whether to judge the other questions of each case, too.

    Returns:
        0 if every wrong answer is caught, every right one accepted and every check needed, else 1.
    """
    console = Console()
    found: list[str] = []
    totals: list[measure.Row] = []
    for assignment in assignments or ASSIGNMENTS:
        judged = judge_corpus(find(assignment).name, jobs or os.cpu_count() or 1, whole=whole)
        made = measure.rows(list(questions(assignment)), judged)
        totals.append(measure.total(assignment, made))
        console.print(corpus_table(assignment, "question", made))
        console.print(catch_table(judged))
        found += [
            f"{assignment}: {defect}" for defect in measure.defects(questions(assignment), judged)
        ]
    if len(totals) > 1:
        console.print(corpus_table("all assignments", "assignment", totals))
    for defect in found:
        console.print(f"[red]✗[/] {escape(defect)}", highlight=False)
    if not found:
        console.print("[green]✓[/] every wrong answer is caught, every right one accepted, "
                      "every check needed")  # fmt: skip
    return 1 if found else 0


def judge_corpus(assignment: str, jobs: int, *, whole: bool) -> list[measure.Judged]:
    """Judge each case of an assignment as a submission of its own, in the isolated engine."""
    autograder, isolation = load(locate(assignment)), choose_isolation("auto")
    notebook = solved_notebook(assignment)
    if not whole:
        notebook = without_checks(notebook)
    cases = corpus.load_all(assignment)
    tasks = []
    for case in cases:
        content = case_notebook(notebook, case)
        questions = () if whole else (case.question,)
        tasks.append(Task(autograder, isolation, Limits(), content, questions))
    with LocalExecutor(jobs, isolation) as executor:
        results = executor.map(Task.run, tasks)
        shown = track(
            zip(cases, results, strict=True),
            f"judging the corpus of {assignment}",
            total=len(cases),
            console=Console(stderr=True),
            transient=True,
        )
        return [measure.Judged(case, result) for case, result in shown]


def corpus_table(of: str, kind: str, rows: Sequence[measure.Row]) -> Table:
    """Return the table of a part of the corpus: mutants caught, accepted variants passed."""
    table = Table(title=f"Corpus of {of}", show_footer=True)
    everything = measure.total("all", rows)
    table.add_column(kind, footer=everything.name, overflow="fold")
    for title, footer in zip(
        ("mutants caught", "corner cases", "mistakes named", "accepted passed"),
        _cells(everything),
        strict=True,
    ):
        table.add_column(title, footer=footer, justify="right", max_width=len("1234/1234"))
    for row in rows:
        table.add_row(row.name, *_cells(row))
    return table


def _cells(row: measure.Row) -> list[str]:
    return [
        f"{row.caught}/{row.mutants}",
        f"{row.corner}/{row.mutants}",
        f"{row.named}/{row.promised}",
        f"{row.passed}/{row.accepted}",
    ]


def catch_table(judged: Sequence[measure.Judged]) -> Table:
    """Return the table of mutants: which check caught each."""
    table = Table(title="Which check caught which mutant first")
    for title in ("question", "mutant", "caught by", "checks failed"):
        table.add_column(title, overflow="fold")
    for each in judged:
        if not each.case.right and not each.result.problem:
            first = each.failed[0].name if each.failed else "[red]nothing[/]"
            table.add_row(each.case.question, each.case.slug, first, str(len(each.failed)))
    return table
