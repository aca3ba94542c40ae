"""A class for the small autograder of ``tests/attacks``: its notebooks, and how it is graded."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from pathlib import Path

ATTACKS = Path(__file__).resolve().parent.parent / "attacks"
HONEST = ATTACKS / "autograder" / "honest.py"


def notebook(source: str) -> bytes:
    """Return a notebook with the cells of a file, which ``# %%`` lines divide."""
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None,
         "source": cell}
        for cell in re.split(r"^# %%.*\n", source, flags=re.MULTILINE)
    ]  # fmt: skip
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()


def make_class(folder: Path, count: int) -> Path:
    """Write ``count`` honest notebooks, no two of them equal, and return their folder."""
    folder.mkdir()
    for number in range(count):
        source = f"{HONEST.read_text(encoding='utf-8')}\n# number {number}\n"
        (folder / f"{number:03}.ipynb").write_bytes(notebook(source))
    return folder


def command(autograder: Path, submissions: Path, output: Path, *options: str) -> list[str]:
    """Return the command line that grades a class."""
    program = "from pcpt_grade.cli import main; main()"
    return [sys.executable, "-c", program, "grade", str(autograder), str(submissions),
            "--output", str(output), "--jobs", "2", *options]  # fmt: skip


def scores(output: Path) -> dict[str, str]:
    """Return the points of each submission in a class's CSV."""
    with (output / "final_grades.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["file"]: row["total_points_earned"] for row in csv.DictReader(file)}
    rows.pop("points-per-question")
    return rows


def written(output: Path) -> set[str]:
    """Return the files of an output folder but the database."""
    return {
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file() and not path.name.startswith("grades.sqlite")
    }


def kept(output: Path) -> int:
    """Return the number of verdicts in the store of an output folder."""
    store = sqlite3.connect(output / "grades.sqlite")
    [(count,)] = store.execute("SELECT count(*) FROM verdicts")
    store.close()
    return int(count)
