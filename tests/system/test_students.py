"""What a student meets: the notebook runs to its end, and its checks say what to do next."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY


def handed_out(assignment: str, folder: Path) -> Path:
    """Return the notebook in a copy of the folder that students get."""
    shutil.copytree(REPOSITORY / "assignments" / assignment, folder)
    return folder / f"{assignment}.ipynb"


def run(path: Path, content: Any) -> dict[str, str]:
    """Execute a notebook's code cells but the export; return each cell's source with its output."""
    cells = [cell for cell in content.cells if "grader.export" not in cell.source]
    content.cells = cells
    client = NotebookClient(content, timeout=200, kernel_name="python3", allow_errors=True)
    client.execute(cwd=str(path.parent))
    return {
        cell.source: "".join(map(told, cell.outputs)) for cell in cells if cell.cell_type == "code"
    }


def told(output: Any) -> str:
    """Return an output's text."""
    if output.output_type == "error":
        return f"error {output.ename}: {output.evalue}"
    return str(output.get("text") or output.get("data", {}).get("text/plain", ""))


def checks(cells: dict[str, str]) -> dict[str, str]:
    """Return the output of the check cell of each question."""
    return {
        source.split('"')[1]: output
        for source, output in cells.items()
        if source.startswith("grader.check(")
    }


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_untouched_notebook(assignment: str, tmp_path: Path) -> None:
    path = handed_out(assignment, tmp_path / assignment)
    cells = run(path, nbformat.read(path, as_version=4))
    assert {source: out for source, out in cells.items() if out.startswith("error")} == {}
    assert checks(cells)
    for output in checks(cells).values():
        assert "failed" in output
        assert "Hint" in output or "should" in output or "define" in output


def test_right_answers_without_metadata(tmp_path: Path) -> None:
    """As in Colab: the tests are files beside a notebook that tells nothing of itself."""
    path = handed_out("gradient_flow", tmp_path / "gradient_flow")
    solved = nbformat.read(REPOSITORY / "solutions" / "notebooks" / path.name, as_version=4)
    solved.metadata.clear()
    for cell in solved.cells:
        cell.metadata.clear()
    cells = run(path, solved)
    assert {source: out for source, out in cells.items() if out.startswith("error")} == {}
    assert checks(cells)
    assert all("passed" in output for output in checks(cells).values())
