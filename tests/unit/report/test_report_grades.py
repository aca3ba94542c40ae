"""The CSV of a class: otter's columns and numbers, safe for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from otter.grade.utils import merge_scores_to_df
from otter.test_files import GradingResults
from otter.test_files import abstract_test as otter_tests

from pcpt_grade.outcome import CheckResult, Outline, QuestionResult, SubmissionResult, Verdict
from pcpt_grade.report.grades import grades_csv, harmless


class Recorded(otter_tests.TestFile):
    """A test file whose results are given."""

    def __init__(self, name: str, points: list[float], passed: list[bool]):
        cases = [
            otter_tests.TestCase(f"{name} {n}", None, False, worth, None, None)
            for n, worth in enumerate(points)
        ]
        super().__init__(name, name, cases, all_or_nothing=False)
        self.test_case_results = [
            otter_tests.TestCaseResult(case, "", ok) for case, ok in zip(cases, passed, strict=True)
        ]

    from_file = from_metadata = run = None  # type: ignore[assignment]  # not needed here


def ours(files: list[otter_tests.TestFile]) -> SubmissionResult:
    """Return our result for test files that have been run."""
    questions = [
        QuestionResult(
            file.name,
            float(file.score),
            float(file.possible),
            tuple(
                CheckResult("c", "s", r.test_case.points, False,
                            Verdict.PASS if r.passed else Verdict.FAIL, "")
                for r in file.test_case_results
            ),
        )
        for file in files
    ]  # fmt: skip
    return SubmissionResult(tuple(questions), "", False, "namespaces", (), {})


def read(text: str) -> Any:
    """Return a CSV as a table."""
    return pd.read_csv(io.StringIO(text))


points = st.lists(st.sampled_from([0.5, 1, 1.25, 2, 3.3]), min_size=1, max_size=3)


@given(st.data())
def test_equal_to_otters(data: st.DataObject) -> None:
    """The same results give otter's columns and numbers, failures included."""
    names = data.draw(st.lists(st.sampled_from("cabxq"), min_size=1, max_size=4, unique=True))
    worth = {name: data.draw(points) for name in names}
    students = data.draw(st.lists(st.sampled_from(["z.ipynb", "B.ipynb", "a.zip", "é.ipynb"]),
                                  min_size=1, max_size=4, unique=True))  # fmt: skip
    otters, results = [], {}
    for number, student in enumerate(students):
        if number and data.draw(st.booleans()):
            grading = GradingResults.without_results(ValueError("Not graded: bad"))
            results[student] = SubmissionResult((), "bad", False, "namespaces", (), {})
        else:
            files: list[otter_tests.TestFile] = [
                Recorded(name, worth[name], [data.draw(st.booleans()) for _ in worth[name]])
                for name in names
            ]
            grading = GradingResults(files)
            results[student] = ours(files)
        grading.file = student
        otters.append(grading)
    possible = {name: float(sum(worth[name])) for name in names}
    mine = read(grades_csv(possible, {name: item.outline() for name, item in results.items()}))
    theirs = read(merge_scores_to_df(otters).to_csv(index=False))
    assert list(mine.columns) == list(theirs.columns)
    pd.testing.assert_frame_equal(mine, theirs, check_dtype=False)


def test_our_own_fault_is_never_a_number() -> None:
    """Where we failed, the points are empty and the status says so."""
    broken = SubmissionResult((), "the judging process died", True, "none", (), {})
    [_, _, row] = csv.reader(
        io.StringIO(grades_csv({"a": 2.0, "b": 1.0}, {"x.ipynb": broken.outline()}))
    )
    assert row == ["x.ipynb", "", "", "", "", "Not graded: the judging process died"]


def test_results_that_are_broken_in_part() -> None:
    """A check that failed by itself empties the whole row, whatever the others earned."""
    good = QuestionResult("a", 2.0, 2.0, ())
    result = SubmissionResult((good,), "check c failed by itself: x", True, "none", (), {})
    [_, _, row] = csv.reader(io.StringIO(grades_csv({"a": 2.0}, {"x.ipynb": result.outline()})))
    assert row[1:4] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("alice.ipynb", "alice.ipynb"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        (" =1", "'=1"),
        ("a\nb\tc", "a b c"),
        ("", ""),
        ("a=b", "a=b"),
    ],
)
def test_harmless(text: str, safe: str) -> None:
    """No text begins a formula or a second line."""
    assert harmless(text) == safe


@given(st.text())
def test_harmless_for_any_text(text: str) -> None:
    """Whatever a file is called, its cell is a text on one line."""
    safe = harmless(text)
    assert safe[:1] not in tuple("=+-@\t\r\n") or not safe
    assert len(safe.splitlines()) <= 1


def test_names_and_reasons_are_quoted() -> None:
    """Names with commas, quotes and formulas come back as one cell each."""
    name, reason = 'a,"b"\n=x.ipynb', '=HYPERLINK("x"), so there'
    text = grades_csv({"q": 1.0}, {name: Outline((), reason, broken=False, isolation="none")})
    [_, _, row] = csv.reader(io.StringIO(text))
    assert row[0] == 'a,"b" =x.ipynb'
    assert row[-1] == f"Not graded: {reason}"
