"""``final_grades.csv`` with exactly otter's columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from pcpt_grade.outcome import Outline

POINTS_ROW = "points-per-question"
COLUMNS_AFTER = ("total_points_earned", "percent_correct", "grading_status")


def grades_csv(possible: Mapping[str, float], results: Mapping[str, Outline]) -> str:
    """Return the CSV of a class.

    Args:
        possible: Question → points that can be earned.
        results: Name of the submission → result. One that could not be read has zeros and the
            reason as its status, as in otter; where the fault is ours the points are left empty.
    """
    questions = sorted(possible)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["file", *questions, *COLUMNS_AFTER])
    total = sum(possible.values())
    points = [possible[question] for question in questions]
    writer.writerow([POINTS_ROW, *_numbers(points), *_numbers([total, 1.0]), "--"])
    for name in sorted(results):
        writer.writerow([harmless(name), *_row(questions, total, results[name])])
    return text.getvalue()


def _row(questions: Sequence[str], total: float, result: Outline) -> list[object]:
    if result.broken:
        return [*([""] * (len(questions) + 2)), harmless(f"Not graded: {result.problem}")]
    scores = {question.name: question.score for question in result.questions}
    earned = result.score
    status = harmless(f"Not graded: {result.problem}") if result.problem else "Completed"
    numbers = [scores.get(question, 0.0) for question in questions]
    return [*_numbers([*numbers, earned, round(earned / total, 4) if total else 0.0]), status]


def _numbers(values: Sequence[float]) -> list[object]:
    return [float(value) for value in values]


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, on one line."""
    text = " ".join(text.split())
    return f"'{text}" if text[:1] in "=+-@" and text else text
