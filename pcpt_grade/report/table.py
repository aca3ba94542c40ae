"""The table of scores on the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rich.markup import escape
from rich.table import Table

from pcpt_grade.outcome import Outline, QuestionOutline, Verdict

WORDS = {
    Verdict.FAIL: "wrong",
    Verdict.ERROR: "raises",
    Verdict.TIMEOUT: "too slow",
    Verdict.MEMORY: "too much memory",
}


def score_table(title: str, possible: Mapping[str, float], results: Mapping[str, Outline]) -> Table:
    """Return a table with a row per submission: its score, and where points were lost."""
    total = sum(possible.values())
    table = Table(title=title)
    table.add_column("submission", overflow="fold")
    table.add_column(f"of {total:g}", justify="right", style="bold")
    table.add_column("where points were lost", overflow="fold")
    for name in sorted(results):
        result = results[name]
        if result.problem:
            table.add_row(escape(name), "–", f"[magenta]not graded:[/] {escape(result.problem)}")
        else:
            table.add_row(escape(name), f"{result.score:g}", _losses(result))
    return table


def _losses(result: Outline) -> str:
    lost = [question for question in result.questions if question.score != question.possible]
    missing = [question for question in lost if question.verdict is Verdict.MISSING]
    if not lost:
        return "[green]nowhere[/]"
    if len(missing) == len(result.questions):
        return "[red]everywhere: no function is implemented[/]"
    told = [_loss(question) for question in lost if question not in missing]
    if missing:
        names = ", ".join(escape(question.name) for question in missing)
        told.append(f"[red]missing:[/] {names}")
    return "; ".join(told)


def _loss(question: QuestionOutline) -> str:
    word = WORDS.get(question.verdict, question.verdict.lower())
    style = "yellow" if question.score else "red"
    return f"{escape(question.name)} [{style}]{question.score:g}/{question.possible:g} {word}[/]"
