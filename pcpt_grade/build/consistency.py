"""Comparing master, solutions, checks and catalog: they have to tell the same story."""

from __future__ import annotations

import ast
import math
from collections import Counter
from collections.abc import Mapping

from pcpt_grade.build.master import Manual, Master, Question
from pcpt_grade.build.names import bound_names, free_names
from pcpt_grade.build.reference import Reference
from pcpt_grade.build.sources import Sources, author_error, read
from pcpt_grade.checks import Check


def check_consistency(
    sources: Sources, master: Master, references: Mapping[str, Reference]
) -> None:
    """Compare the parts of an assignment with each other.

    Raises:
        AuthorError: at the first contradiction, with the line to mend.
    """
    _check_questions(sources, master, references)
    _check_checks(sources, master)
    _check_points(sources, master)
    _check_figures(sources, master)
    _check_code(master)
    _check_solutions(sources, master, references)


def _check_questions(sources: Sources, master: Master, references: Mapping[str, Reference]) -> None:
    checked = {check.question for check in sources.checks}
    seen: dict[str, int] = {}
    items: list[Question | Manual] = [*master.questions, *master.manuals]
    for item in items:
        if item.name in seen:
            message = f"question {item.name} was on line {seen[item.name]} already; drop one."
            raise author_error(master.path, item.line, message)
        seen[item.name] = item.line
    for question in master.questions:
        if question.name not in references:
            message = f"{sources.solutions.name} has no function `{question.name}`; add it."
            raise author_error(master.path, question.line, message)
        if question.name not in checked:
            message = (
                f"{sources.name} has no check for `{question.name}`; write some in "
                f"{sources.checks_file.name}, or in a module that it imports."
            )
            raise author_error(master.path, question.line, message)
    for manual in master.manuals:
        if manual.name in references or manual.name in checked:
            message = f"{manual.name} is a function's name; call the written question otherwise."
            raise author_error(master.path, manual.line, message)


def _check_checks(sources: Sources, master: Master) -> None:
    _refuse_twins(sources)
    asked = {question.name for question in master.questions}
    public = {check.question for check in sources.checks if check.public}
    for check in sources.checks:
        if check.question not in asked:
            message = f"{master.path.name} lacks the question {check.question}; add it there."
            raise author_error(check.file, check.line, message)
        if check.question not in public:
            message = f"`{check.question}` has no public check, so students see nothing; add one."
            raise author_error(check.file, check.line, message)
        for parameter in check.parameters:
            if parameter not in asked:
                message = f"the check takes `{parameter}`, which is no question of the master."
                raise author_error(check.file, check.line, message)


def _refuse_twins(sources: Sources) -> None:
    """Refuse two checks of one name: of two in a file, Python would keep the second in silence."""
    for file in sorted({check.file for check in sources.checks}):
        names: Counter[str] = Counter()
        for node in ast.parse(read(file, "checks")).body:
            if isinstance(node, ast.FunctionDef):
                names[node.name] += 1
                if names[node.name] > 1:
                    message = f"`{node.name}` is defined twice; rename one of the two."
                    raise author_error(file, node.lineno, message)
    first: dict[str, Check] = {}
    for check in sources.checks:
        twin = first.setdefault(check.name, check)
        if twin is not check:
            message = f"`{check.name}` is defined in {twin.file.name}, too; rename one of the two."
            raise author_error(check.file, check.line, message)


def _check_points(sources: Sources, master: Master) -> None:
    assignment = sources.assignment
    manual = sum(item.points for item in master.manuals)
    if manual != assignment.manual:
        line = master.manuals[-1].line if master.manuals else 1
        message = f"the written questions give {manual} points instead of {assignment.manual}."
        raise author_error(master.path, line, message)
    auto = math.fsum(check.points for check in sources.checks)
    if not math.isclose(auto, assignment.auto, abs_tol=1e-9):
        message = (
            f"the checks give {auto:g} points instead of {assignment.auto}; redistribute them."
        )
        raise author_error(sources.checks_file, 1, message)
    for check in sources.checks:
        if not check.points > 0:
            message = f"{check.name} gives {check.points} points; every check has to count."
            raise author_error(check.file, check.line, message)
        if check.points * 16 % 1:
            message = f"{check.points} points do not add up exactly; take a multiple of 1/16."
            raise author_error(check.file, check.line, message)


def _check_figures(sources: Sources, master: Master) -> None:
    for address, line in master.figures().items():
        if "://" in address:
            continue
        folder, _, name = address.partition("/")
        if folder != "figures" or "/" in name or not (sources.figures / name).is_file():
            message = f"the picture {address} is not in {sources.figures}; draw it or fix the name."
            raise author_error(master.path, line, message)


def _check_code(master: Master) -> None:
    asked = {question.name for question in master.questions}
    for cell in master.cells:
        if cell.kind == "prose":
            continue
        for name in sorted(bound_names(cell.text) & asked):
            message = f"`{name}` is a question; bind nothing of that name in a {cell.kind} cell."
            raise author_error(master.path, cell.line, message)


def _check_solutions(sources: Sources, master: Master, references: Mapping[str, Reference]) -> None:
    """Each solution has to work in a notebook: with the setup cells and the other questions."""
    setup = [cell.text for cell in master.cells if cell.kind == "setup"]
    offered = set().union(*(bound_names(text) for text in setup))
    offered |= {question.name for question in master.questions}
    for question in master.questions:
        reference = references[question.name]
        for name in free_names(reference.solution):
            if name not in offered:
                message = (
                    f"`{question.name}` uses `{name}`, which neither a setup cell nor a question "
                    "of the master defines."
                )
                raise author_error(sources.solutions, reference.line, message)
