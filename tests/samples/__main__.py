"""Writes the sample submissions: ``python -m tests.samples``.

What each assignment's samples answer is told by ``answers.json``: question → a case of the corpus
(``mutants/…`` or ``accepted/…``), or ``stub``; questions that are not named have the reference.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.checks import questions
from pcpt_grade.verify.notebooks import solved_notebook, with_answers

HERE = Path(__file__).parent


def write_samples(assignment: str) -> list[Path]:
    """Write the samples of an assignment and return their paths."""
    folder = HERE / assignment
    solved = solved_notebook(assignment)
    path = REPOSITORY / "assignments" / assignment / f"{assignment}.ipynb"
    student = json.loads(path.read_text(encoding="utf-8"))
    reference = answers_of(solved)
    contents = {"untouched": path.read_bytes()}
    for name, choice in json.loads((folder / "answers.json").read_text()).items():
        answers = {**reference, **{q: _source(assignment, q, w) for q, w in choice.items()}}
        kept = {question: source for question, source in answers.items() if source}
        contents[name] = with_answers(student, kept)
    hostile = folder / "hostile.py"
    first = next(iter(questions(assignment)))
    contents["hostile"] = with_answers(student, {first: hostile.read_text()})
    contents["broken"] = contents["right"][: len(contents["right"]) // 2]
    paths = []
    for name, content in contents.items():
        paths.append(folder / f"{name}.ipynb")
        paths[-1].write_bytes(_pretty(content))
    return paths


def answers_of(notebook: dict[str, Any]) -> dict[str, str]:
    """Return the source of each question's cell: those that define one checked function."""
    sources = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    return {
        source.removeprefix("def ").split("(")[0]: source
        for source in sources
        if source.startswith("def ") and isinstance(ast.parse(source).body[0], ast.FunctionDef)
    }


def _source(assignment: str, question: str, where: str) -> str:
    """Return the answer of a case without its docstring, or '' for an untouched stub."""
    if where == "stub":
        return ""
    kind, slug = where.split("/")
    path = HERE.parent / kind / assignment / question / f"{slug}.py"
    text = path.read_text(encoding="utf-8")
    end = ast.parse(text).body[0].end_lineno or 0
    return "\n".join(text.splitlines()[end:]).strip()


def _pretty(content: bytes) -> bytes:
    try:
        text = json.dumps(json.loads(content), indent=1, ensure_ascii=False, sort_keys=True)
    except ValueError:  # broken on purpose
        return content
    return f"{text}\n".encode()


if __name__ == "__main__":
    for each in ASSIGNMENTS:
        if (HERE / each / "answers.json").exists():
            for written in write_samples(each):
                sys.stdout.write(f"{written.relative_to(REPOSITORY)}\n")
