"""Submissions made from the solved notebook: one answer of the corpus in place of the reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.errors import AuthorError
from pcpt_grade.verify.corpus import Case


def solved_notebook(assignment: str, root: Path = REPOSITORY) -> dict[str, Any]:
    """Return the JSON of the notebook with all reference solutions.

    Raises:
        AuthorError: if it has not been built.
    """
    path = root / "solutions" / "notebooks" / f"{assignment}.ipynb"
    try:
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise AuthorError(f"{path} is missing: run `pcpt-grade build {assignment}`.") from None
    return notebook


def with_answers(notebook: dict[str, Any], answers: dict[str, str]) -> bytes:
    """Return a submission: the notebook with other sources in some questions' cells.

    Args:
        notebook: A solved or a student notebook.
        answers: Question → source of its cell.

    Raises:
        AuthorError: if the notebook has no cell that starts with ``def QUESTION(``.
    """
    cells, left = [], dict(answers)
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        question = source.removeprefix("def ").split("(")[0]
        if cell["cell_type"] == "code" and source.startswith("def ") and question in left:
            cells.append({**cell, "source": left.pop(question).splitlines(keepends=True)})
        else:
            cells.append(cell)
    if left:
        raise AuthorError(f"The notebook has no cell for {', '.join(left)}.")
    return json.dumps({**notebook, "cells": cells}, ensure_ascii=False).encode()


def case_notebook(notebook: dict[str, Any], case: Case) -> bytes:
    """Return the solved notebook with the answer of a case."""
    return with_answers(notebook, {case.question: case.source})


def without_checks(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return the notebook without the cells that call otter: it is judged at its end only."""
    kept = [cell for cell in notebook["cells"] if not "".join(cell["source"]).startswith("grader.")]
    return {**notebook, "cells": kept}
