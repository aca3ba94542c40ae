"""Running ``otter assign`` in a temporary directory and bringing its results into one form."""

from __future__ import annotations

import contextlib
import io
import json
import re
import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from pcpt_grade.errors import BrokenError

_CHECK_CELL = re.compile(r'grader\.check\("(\w+)"\)')


@dataclass(frozen=True)
class Assigned:
    """What ``otter assign`` made, with everything taken out that differs from run to run."""

    student_notebook: Any
    solved_notebook: Any
    student_tests: Mapping[str, str]
    """The public checks by file name."""
    tests: Mapping[str, str]
    """All checks by file name."""
    otter_config: str


def assign(notebook: Any, name: str, files: Mapping[str, bytes]) -> Assigned:
    """Run ``otter assign`` on a master notebook that refers to ``files``.

    Changes the working directory while it runs, as otter does.

    Raises:
        BrokenError: if otter refuses the notebook.
    """
    with tempfile.TemporaryDirectory(prefix="pcpt-assign-") as temporary:
        root = Path(temporary).resolve()
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        master = root / f"{name}.ipynb"
        nbformat.write(notebook, master)
        try:
            _run_otter(master, root / "out")
        except Exception as error:
            raise BrokenError(f"otter assign refused the master of {name}: {error}") from error
        return _collect(root / "out", name)


def _run_otter(master: Path, result: Path) -> None:
    """Run ``otter assign`` without its chatter and its libraries' warnings."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        from otter.assign import main  # noqa: PLC0415  # takes a second, and warns

        main(str(master), str(result), no_run_tests=True, no_pdfs=True)


def dump_notebook(notebook: Any) -> bytes:
    """Return a notebook as a file's content: sorted keys, one line per source line."""
    text: str = nbformat.writes(notebook)
    return f"{text.rstrip()}\n".encode()


def _collect(out: Path, name: str) -> Assigned:
    student, solved = out / "student", out / "autograder"
    config = json.loads((solved / "otter_config.json").read_text(encoding="utf-8"))
    # otter would refuse notebooks that lost their metadata (Colab drops it); the judge still
    # refuses those that name another assignment
    config.pop("assignment_name", None)
    return Assigned(
        student_notebook=_tidy_notebook(student / f"{name}.ipynb"),
        solved_notebook=_tidy_notebook(solved / f"{name}.ipynb"),
        student_tests=_tests(student / "tests"),
        tests=_tests(solved / "tests"),
        otter_config=json.dumps({**config, "lang": "python"}, indent=2, sort_keys=True) + "\n",
    )


def _tidy_notebook(path: Path) -> Any:
    """Read a notebook; give otter's own cells stable ids, drop outputs and solution markers."""
    notebook = nbformat.read(path, as_version=4)
    added = 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            lines = cell.source.split("\n")
            cell.source = "\n".join(
                line for line in lines if line.strip() not in ("# BEGIN SOLUTION", "# END SOLUTION")
            )
        if re.fullmatch(r"[0-9a-f]{8}", cell.id):  # nbformat's random ids; ours have a dash
            checked = _CHECK_CELL.fullmatch(cell.source)
            added += checked is None
            cell.id = f"check-{checked[1]}" if checked else f"otter-{added}"
    return notebook


def _tests(folder: Path) -> dict[str, str]:
    """Return the test files by name, without the trailing blanks of otter's template."""
    return {path.name: _tidy_text(path.read_text(encoding="utf-8")) for path in folder.glob("*.py")}


def _tidy_text(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"
