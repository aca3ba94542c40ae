"""What a notebook says of itself: the points of its table are those of the checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.checks import questions

WRITTEN = "a written question"


def prose(assignment: str) -> str:
    """Return the text of the notebook that students get."""
    path = REPOSITORY / "assignments" / assignment / f"{assignment}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def table(assignment: str) -> Iterator[tuple[str, float]]:
    """Yield what the first table of the notebook promises: a question and its points."""
    rows = prose(assignment).partition("points |\n")[2].partition("\n\n")[0].splitlines()[1:]
    for row in rows:
        *_, what, points = row.strip("| ").split(" | ")
        for name in re.findall(r"`(\w+)`", what) or [what]:
            yield name, float(points.removesuffix(" each"))


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_points_of_the_table_are_those_of_the_checks(assignment: str) -> None:
    checks = questions(assignment).items()
    points = {question: sum(check.points for check in group) for question, group in checks}
    if ASSIGNMENTS[assignment].manual:
        points[WRITTEN] = ASSIGNMENTS[assignment].manual
    assert dict(table(assignment)) == points
    assert len(list(table(assignment))) == len(points)
