"""The README's first command, taken apart: the sample submissions through the command line."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY

SAMPLES = REPOSITORY / "tests" / "samples"


def grade(assignment: str, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("pcpt-grade")), "grade", assignment]
    command += [str(SAMPLES / assignment), "--output", str(output), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_samples_get_what_they_deserve(assignment: str, tmp_path: Path) -> None:
    run = grade(assignment, tmp_path)
    assert run.returncode == 1, run.stderr  # the broken one is named, the others are graded
    assert "broken.ipynb: not graded: it is not a notebook" in " ".join(run.stderr.split())
    assert "Traceback" not in run.stdout + run.stderr
    rows = {row["file"]: row for row in read_csv(tmp_path)}
    possible = float(rows["points-per-question"]["total_points_earned"])
    assert possible == ASSIGNMENTS[assignment].auto
    total = {name: float(row["total_points_earned"]) for name, row in rows.items()}
    assert total["right.ipynb"] == possible
    assert total["untouched.ipynb"] == total["hostile.ipynb"] == total["broken.ipynb"] == 0
    assert 0 < total["partly_right.ipynb"] < possible
    assert rows["broken.ipynb"]["grading_status"].startswith("Not graded: ")
    result = json.loads((tmp_path / "results" / "right.json").read_text())
    scored = [test for test in result["tests"] if "score" in test]
    assert sum(test["score"] for test in scored) == possible


def test_readme_shows_this_table(tmp_path: Path) -> None:
    told = grade("custom_losses", tmp_path).stdout
    table = told[told.index("┏") : told.index("┘") + 1]
    assert table in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_second_run_says_the_same_without_judging(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    grade("custom_losses", first)
    kept = snapshot(first)
    changed = (first / "grades.sqlite").stat().st_mtime_ns
    again = grade("custom_losses", first)
    assert again.returncode == 1
    assert snapshot(first) == kept
    assert (first / "grades.sqlite").stat().st_mtime_ns == changed  # nothing was judged again
    grade("custom_losses", second, "--jobs", "1")
    assert snapshot(second) == kept  # another run, one job: the same bytes


def test_without_isolation_every_result_says_so(tmp_path: Path) -> None:
    run = grade("broadcasting", tmp_path, "--isolation", "none")
    assert "without isolation" in run.stderr
    results = list((tmp_path / "results").glob("*.json"))
    graded = [json.loads(path.read_text()) for path in results if path.stem != "broken"]
    assert graded
    assert all("without isolation" in result["output"] for result in graded)


def read_csv(output: Path) -> list[dict[str, str]]:
    with (output / "final_grades.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def snapshot(output: Path) -> dict[str, bytes]:
    """Return all files of an output folder but the database."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and path.suffix != ".sqlite"
    }
