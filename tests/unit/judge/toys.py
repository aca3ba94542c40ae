"""Toy assignments: test files and notebooks made from a few lines."""

from __future__ import annotations

import textwrap
from typing import Any

import nbformat
from nbformat import v4

HEAD = """\
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = None
"""

CASE = '''

@test_case(points={points}, hidden={hidden})
def {case}({function}):
    """{case} holds."""
{body}
'''


def file_of(name: str, *bodies: str, points: float = 1, function: str = "") -> str:
    """Return the source of a test file with one case per body; every second one is hidden."""
    cases = [
        CASE.format(
            points=points,
            hidden=n % 2 == 1,
            case=f"case_{n + 1}",
            function=function or name,
            body=textwrap.indent(textwrap.dedent(body).strip(), "    "),
        )
        for n, body in enumerate(bodies)
    ]
    return HEAD.format(name=name) + "".join(cases)


def doubles(name: str) -> str:
    """Return the test file of a question whose function should double."""
    return file_of(name, f'got = {name}(2)\nassert got == 4, f"expected 4, got {{got}}"')


GRADER = "import os\nimport otter\nimport torch\ngrader = otter.Notebook()"


def notebook(*cells: Any, **metadata: Any) -> bytes:
    """Return a notebook of code cells; a cell given as (source, metadata) has metadata."""
    pairs = [cell if isinstance(cell, tuple) else (cell, {}) for cell in (GRADER, *cells)]
    made = [
        v4.new_code_cell(textwrap.dedent(source), metadata=extra, id=f"cell-{n}")
        for n, (source, extra) in enumerate(pairs)
    ]
    text: str = nbformat.writes(v4.new_notebook(cells=made, metadata=metadata))
    return text.encode()
