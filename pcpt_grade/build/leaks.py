"""The last gate before anything is written: no answer and no hidden check reaches students.

Everything under ``assignments/`` is looked at as it will be read. What otter made of our cells is
compared exactly; what authors wrote (prose, demos, plot helpers, public checks) is searched for
lines of the reference functions, for hidden checks and for rubrics.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcpt_grade.build.assign import Assigned
from pcpt_grade.build.exposed import Text, exposed
from pcpt_grade.build.inline import bare, load
from pcpt_grade.build.master import Master
from pcpt_grade.build.reference import Reference
from pcpt_grade.build.sources import Sources, author_error
from pcpt_grade.checks import Check

LONG = 12
"""A shorter line (``return loss``) tells nothing."""
SENTENCE = 40
"""So much of a rubric's line is not in a prompt by chance, wherever lines break."""
_MARKER = re.compile(r"\bSOLUTION\b|otter_assign_solution_cell|# (BEGIN|END|HIDDEN|IGNORE|SEED)\b")


@dataclass(frozen=True)
class Secret:
    """Lines that students must not see."""

    lines: frozenset[str]
    """As they are written, and in the layout that otter gives to test files."""
    count: int
    """How many are written."""
    path: Path
    line: int
    says: str
    """What they are, for an error."""

    def shows_in(self, text: Text) -> bool:
        """Tell whether a text holds one of the lines or, where it is code, half of them."""
        shared = len(self.lines & text.lines)
        return shared > 0 and (not text.is_code or 2 * shared >= self.count)


def refuse_leaks(
    sources: Sources, master: Master, references: Mapping[str, Reference], assigned: Assigned
) -> None:
    """Look for answers, hidden checks and rubrics in everything that students get.

    Raises:
        AuthorError: at the first one, with the line where the secret is written.
    """
    asked = [references[question.name] for question in master.questions]
    _check_stubs(sources, asked, assigned.student_notebook)
    answers = [_answer(sources, reference) for reference in asked]
    hidden = _hidden(sources)
    for text in exposed(sources, master, assigned):
        _check_marker(text)
        for secret in answers:
            if secret.shows_in(text):
                line = min(secret.lines & text.lines)
                message = f"{line!r} of {secret.says} stands in {text.where}; reword that."
                raise author_error(secret.path, secret.line, message)
        for check, body in hidden.items():
            if _shows(check, body, text):
                message = f"the hidden check {check.name} shows in {text.where}; reword one."
                raise author_error(check.file, check.line, message)
        _check_rubrics(master, text)


def _check_stubs(sources: Sources, asked: list[Reference], notebook: Any) -> None:
    """Each question has exactly one cell that defines it, and that is the stub."""
    for reference in asked:
        defining = [
            cell.source
            for cell in notebook.cells
            if cell.cell_type == "code" and f"def {reference.name}(" in cell.source
        ]
        if defining != [reference.stub] or not _is_stub(reference.stub):
            message = f"the student's cell of `{reference.name}` is not its stub; rewrite it."
            raise author_error(sources.solutions, reference.line, message)


def _is_stub(source: str) -> bool:
    """Tell whether a cell is a signature, a docstring and ``...``, by its syntax tree."""
    match ast.parse(source).body:
        case [
            ast.FunctionDef(
                body=[
                    ast.Expr(ast.Constant(str())),
                    ast.Expr(ast.Constant(value)),
                ],
                decorator_list=[],
            )
        ]:
            return value is ...
    return False


def _check_marker(text: Text) -> None:
    if marker := _MARKER.search(text.text):
        line = text.line + text.text.count("\n", 0, marker.start())
        message = f"{marker[0]!r} reaches students in {text.where}; reword it."
        raise author_error(text.path, line, message)


def _answer(sources: Sources, reference: Reference) -> Secret:
    function = ast.parse(reference.solution).body[0]
    assert isinstance(function, ast.FunctionDef)
    lines = _long_lines(reference.body, ast.unparse(ast.Module(function.body[1:], [])))
    says = f"the answer to {reference.name}"
    count = len(_long_lines(reference.body))
    return Secret(lines, count, sources.solutions, reference.body_line, says)


def _hidden(sources: Sources) -> dict[Check, frozenset[str]]:
    """Return the hidden checks with the lines of their bodies in the layout of test files."""
    return {
        check: _long_lines(ast.unparse(ast.Module(list(bare(written).body), [])))
        for check in sources.checks
        if not check.public and (written := load(check.file).functions.get(check.name))
    }


def _shows(check: Check, body: frozenset[str], text: Text) -> bool:
    """Tell whether a text holds a check's name, its sentence or at least half of its lines."""
    return bool(
        re.search(rf"\b{re.escape(check.name)}\b", text.text)
        or check.sentence in " ".join(text.text.split())
        or (body and 2 * len(body & text.lines) >= len(body))
    )


def _check_rubrics(master: Master, text: Text) -> None:
    whole = " ".join(text.text.split())
    for manual in master.manuals:
        for line in _long_lines(manual.rubric):
            if line in text.lines or (len(line) > SENTENCE and " ".join(line.split()) in whole):
                message = f"{line!r} of the rubric stands in {text.where}, too; reword that."
                raise author_error(master.path, manual.line, message)


def _long_lines(*texts: str) -> frozenset[str]:
    lines = {line.strip() for text in texts for line in text.split("\n")}
    return frozenset(line for line in lines if len(line) > LONG)
