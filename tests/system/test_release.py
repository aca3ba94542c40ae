"""The distributions: the grader's needs no repository, and solutions are in their own alone."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from classroom import scores

from pcpt_grade.catalog import REPOSITORY


def make_wheel(project: Path, folder: Path) -> Path:
    """Return the wheel of a project, made from a copy of what git knows of it."""
    copy = folder / "source"
    for name in subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project, capture_output=True, text=True, check=True,
    ).stdout.split("\0")[:-1]:  # fmt: skip
        if (project / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((project / name).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
    subprocess.run([*command, str(folder), str(copy)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def grader_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_wheel(REPOSITORY, tmp_path_factory.mktemp("grader"))


def test_grader_has_no_solutions(grader_wheel: Path) -> None:
    names = zipfile.ZipFile(grader_wheel).namelist()
    assert "pcpt_grade/cli.py" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"pcpt_grade"}


def test_solutions_have_their_own(tmp_path: Path) -> None:
    names = zipfile.ZipFile(make_wheel(REPOSITORY / "solutions", tmp_path)).namelist()
    assert "pcpt_solutions/custom_losses.py" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"pcpt_solutions"}


def test_grader_without_the_repository(grader_wheel: Path, tmp_path: Path) -> None:
    """What the wheel brings grades with an autograder zip; nothing of the checkout is imported."""
    site, output = tmp_path / "site", tmp_path / "output"
    zipfile.ZipFile(grader_wheel).extractall(site)
    autograder = REPOSITORY / "autograder" / "dist" / "gradient_flow.zip"
    sample = REPOSITORY / "tests" / "samples" / "gradient_flow" / "right.ipynb"
    program = (
        "import pcpt_grade, sys; sys.modules['pcpt_solutions'] = None; "
        f"assert pcpt_grade.__file__.startswith({str(site)!r}), pcpt_grade.__file__; "
        "from pcpt_grade.cli import main; main()"
    )
    graded = subprocess.run(
        [sys.executable, "-P", "-c", program, "grade", str(autograder), str(sample),
         "--output", str(output), "--jobs", "1"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert graded.returncode == 0, graded.stderr
    assert scores(output) == {"right.ipynb": "15.0"}
