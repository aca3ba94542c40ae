"""The table on the terminal: a row per submission, and why points were lost."""

from __future__ import annotations

import io

from rich.console import Console

from pcpt_grade.outcome import CheckResult, QuestionResult, SubmissionResult, Verdict
from pcpt_grade.report.table import score_table


def question(name: str, score: float, verdict: Verdict) -> QuestionResult:
    """Return a question worth two points."""
    check = CheckResult("c", "s", 2.0, False, verdict, "")
    return QuestionResult(name, score, 2.0, (check,))


def graded(*questions: QuestionResult) -> SubmissionResult:
    """Return a graded submission."""
    return SubmissionResult(questions, "", False, "none", (), {})


def render(results: dict[str, SubmissionResult]) -> list[str]:
    """Return the rows of the table as they are printed."""
    text = io.StringIO()
    possible = {"f": 2.0, "g": 2.0}
    Console(file=text, width=200).print(
        score_table("toy", possible, {name: item.outline() for name, item in results.items()})
    )
    return [line for line in text.getvalue().splitlines() if "│" in line]


def test_rows() -> None:
    """Each row says how many points there are and which question lost some, and how."""
    rows = render(
        {
            "full.ipynb": graded(question("f", 2, Verdict.PASS), question("g", 2, Verdict.PASS)),
            "part.ipynb": graded(question("f", 1.5, Verdict.FAIL), question("g", 2, Verdict.PASS)),
            "slow.ipynb": graded(
                question("f", 0, Verdict.TIMEOUT), question("g", 0, Verdict.ERROR)
            ),
            "half.ipynb": graded(question("f", 2, Verdict.PASS), question("g", 0, Verdict.MISSING)),
            "none.ipynb": graded(
                question("f", 0, Verdict.MISSING), question("g", 0, Verdict.MISSING)
            ),
            "bad.ipynb": SubmissionResult((), "it is empty", False, "none", (), {}),
        }
    )
    by_name = {row.split("│")[1].strip(): row for row in rows}
    assert "4" in by_name["full.ipynb"]
    assert "nowhere" in by_name["full.ipynb"]
    assert "3.5" in by_name["part.ipynb"]
    assert "f 1.5/2 wrong" in by_name["part.ipynb"]
    assert "g 2" not in by_name["part.ipynb"]
    assert "too slow" in by_name["slow.ipynb"]
    assert "raises" in by_name["slow.ipynb"]
    assert "missing" in by_name["half.ipynb"]
    assert "no function is implemented" in by_name["none.ipynb"]
    assert "not graded: it is empty" in by_name["bad.ipynb"]


def test_names_are_not_markup() -> None:
    """Names and reasons with brackets are shown as they are."""
    rows = render({"[red]a[/].ipynb": SubmissionResult((), "[bold]x[/]", False, "none", (), {})})
    assert any("[red]a[/].ipynb" in row and "[bold]x[/]" in row for row in rows)
