"""The distributions: the grader's needs no repository, and solutions are in their own alone.

Environments here are virtual ones of their own, empty but for what the test installs and for the
third-party packages of this one, which are linked into them: installing torch and otter anew would
take minutes. What makes the checkout's packages importable here is left out; each test asserts it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from classroom import scores
from copies import copy_of

from pcpt_grade.build.reference import read_references
from pcpt_grade.build.sources import sources
from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY

DIST = REPOSITORY / "autograder" / "dist"
SAMPLES = REPOSITORY / "tests" / "samples"

RUN_NOTEBOOK = """
import json, sys
import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
probe = "import importlib.util as u; [u.find_spec('pcpt_grade'), u.find_spec('pcpt_solutions')]"
answer = "l1_loss = lambda y_pred, y_true: (y_pred - y_true).abs().mean()"
for source in (probe, answer, 'grader.check("l1_loss")'):
    notebook.cells.append(nbformat.v4.new_code_cell(source))
NotebookClient(notebook, timeout=200, kernel_name="python3").execute()
told = [
    (cell.source, "".join(output["data"]["text/plain"] for output in cell.outputs))
    for cell in notebook.cells
    if cell.source == probe or cell.source.startswith("grader.check(")
]
print(json.dumps(told))
"""
"""Runs a notebook untouched; after its end, asks what can be imported and answers one question."""


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder outside the repository, without a path to any checkout."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, check=False
    )


def make_wheel(project: Path, folder: Path) -> Path:
    """Return the wheel that ``python -m build`` makes of a copy, by way of a source archive."""
    copy = copy_of(project, folder / "source")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(copy)]
    built = run(command, folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def make_environment(folder: Path, *wheels: Path) -> Path:
    """Return the Python of a new virtual environment with these wheels and third-party packages."""
    venv.create(folder)
    python = folder / "bin" / "python"
    (site,) = folder.glob("lib/python*/site-packages")
    # as links, not by a .pth file: workers see the environment that they belong to, nothing else
    shutil.copytree(
        sysconfig.get_path("purelib"),
        site,
        ignore=shutil.ignore_patterns("*pcpt*", "__editable__*"),
        copy_function=link,
        dirs_exist_ok=True,
    )
    for wheel in wheels:
        command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index"]
        done = run([*command, "--no-deps", str(wheel)], folder)
        assert done.returncode == 0, done.stderr
    return python


def link(source: str, target: str) -> None:
    """Link a file, or copy it where the two lie on different file systems."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def texts(wheel: Path) -> dict[str, str]:
    """Return the files of a wheel by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def grader_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_wheel(REPOSITORY, tmp_path_factory.mktemp("grader"))


def test_grader_has_no_solutions(grader_wheel: Path) -> None:
    inside = texts(grader_wheel)
    assert "pcpt_grade/cli.py" in inside
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"pcpt_grade"}
    kinds = {Path(name).suffix for name in inside if name.startswith("pcpt_grade/")}
    assert kinds == {".py"}  # no master, no notebook
    solutions = (REPOSITORY / "solutions").rglob("*")
    own = {path.read_text() for path in solutions if path.suffix in (".py", ".md", ".ipynb")}
    assert own
    assert not own & set(inside.values())


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_grader_has_no_answer(grader_wheel: Path, assignment: str) -> None:
    """Not even the body of one reference function, of more than two lines, is in the wheel."""
    references = read_references(sources(assignment).solutions)
    bodies = [each.body for each in references.values() if each.body.count("\n") > 1]
    assert bodies
    whole = "\n".join(texts(grader_wheel).values())
    assert [body for body in bodies if body in whole] == []


def test_solutions_have_their_own(tmp_path: Path) -> None:
    inside = texts(make_wheel(REPOSITORY / "solutions", tmp_path))
    assert {f"pcpt_solutions/{assignment}.py" for assignment in ASSIGNMENTS} <= set(inside)
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"pcpt_solutions"}


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_students_get_no_hidden_test(assignment: str) -> None:
    """No name and no sentence of a hidden check is in the folder, nor a call of one."""
    folder = REPOSITORY / "assignments" / assignment
    paths = [path for path in folder.rglob("*") if path.suffix in (".py", ".ipynb", ".md")]
    handed_out = "\n".join(path.read_text() for path in paths)
    checks = sources(assignment).checks
    public = [check.name for check in checks if check.public]
    hidden = [text for check in checks if not check.public for text in (check.name, check.sentence)]
    assert public
    assert hidden
    assert all(f"def test_{name}(" in handed_out for name in public)
    assert [text for text in [*hidden, "hidden=True", "run_check"] if text in handed_out] == []


def test_grader_without_the_repository(grader_wheel: Path, tmp_path: Path) -> None:
    """The wheel, installed, grades with an autograder zip; nothing of the checkout is imported."""
    python = make_environment(tmp_path / "grader", grader_wheel)
    program = "import pcpt_grade, importlib.util as u; print(pcpt_grade.__file__); "
    seen = run(
        [str(python), "-P", "-c", program + "print(u.find_spec('pcpt_solutions'))"], tmp_path
    )
    file, solutions = seen.stdout.split()
    assert Path(file).is_relative_to(tmp_path / "grader")
    assert solutions == "None"
    graded = run(
        [str(python.with_name("pcpt-grade")), "grade", str(DIST / "custom_losses.zip"),
         str(SAMPLES / "custom_losses" / "right.ipynb"), "--output", "output", "--jobs", "1"],
        tmp_path,
    )  # fmt: skip
    assert graded.returncode == 0, graded.stdout + graded.stderr
    points = ASSIGNMENTS["custom_losses"].auto
    assert scores(tmp_path / "output") == {"right.ipynb": f"{points:.1f}"}


def test_student_without_either(tmp_path: Path) -> None:
    """A student's folder works where neither distribution can be imported."""
    python = make_environment(tmp_path / "student")
    copy_of(REPOSITORY / "assignments" / "custom_losses", tmp_path / "handed_out")
    done = run(
        [str(python), "-P", "-c", RUN_NOTEBOOK, "custom_losses.ipynb"], tmp_path / "handed_out"
    )
    assert done.returncode == 0, done.stderr
    *untouched, (_, importable), (_, answered) = json.loads(done.stdout)
    assert importable == "[None, None]"
    questions = {check.question for check in sources("custom_losses").checks}
    assert {source.split('"')[1] for source, _ in untouched} == questions
    assert all("failed" in output for _, output in untouched)
    assert "passed" in answered
