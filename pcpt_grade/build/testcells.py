"""Test cells for ``otter assign``: one function per check, in otter's exception-based format."""

from __future__ import annotations

import ast

from pcpt_grade.build.inline import CALL, inlined
from pcpt_grade.checks import Check


def cell_of(assignment: str, check: Check) -> str:
    """Return the cell of one check: a public one self-contained, a hidden one by name only.

    otter's template writes messages into the test file unescaped, so the cell has none; what a
    student reads is the docstring and the check's own failure.

    Raises:
        AuthorError: if a public check uses what students do not have.
    """
    config = [
        '""" # BEGIN TEST CONFIG',
        f"points: {_number(check.points)}",
        f"hidden: {str(not check.public).lower()}",
        '""" # END TEST CONFIG',
    ]
    body = _public(check) if check.public else _hidden(assignment, check)
    return "\n".join([*config, ast.unparse(ast.fix_missing_locations(_function(check, body)))])


def _number(points: float) -> str:
    return repr(int(points) if points == int(points) else float(points))


def _hidden(assignment: str, check: Check) -> list[ast.stmt]:
    arguments = _arguments(check)
    return ast.parse(
        "from pcpt_grade.checks import run_check\n"
        f"run_check({assignment!r}, {check.name!r}, {arguments})"
    ).body


def _public(check: Check) -> list[ast.stmt]:
    # otter quotes the last line with every failure, so it says no more than needed
    call = ast.parse(f"{CALL}({check.name}, {_arguments(check)})").body
    return [*inlined(check.file, check.name), *call]


def _arguments(check: Check) -> str:
    return ", ".join(f"{name}={name}" for name in check.parameters)


def _function(check: Check, body: list[ast.stmt]) -> ast.Module:
    """Return a module of one function, with the check's sentence as docstring."""
    module = ast.parse(f"def test_{check.name}({', '.join(check.parameters)}): ...")
    function = module.body[0]
    assert isinstance(function, ast.FunctionDef)
    function.body = [ast.Expr(ast.Constant(check.sentence)), *body]
    return module
