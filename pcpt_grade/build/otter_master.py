"""The master in otter's own notebook format, for ``otter assign``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nbformat import v4

from pcpt_grade.build.master import Cell, Manual, Master, Question
from pcpt_grade.build.reference import Reference
from pcpt_grade.build.sources import Sources
from pcpt_grade.build.testcells import cell_of

IGNORE_TAG = "otter_ignore"
"""otter skips cells with this tag when it grades."""


def otter_notebook(
    sources: Sources, master: Master, references: Mapping[str, Reference], files: list[str]
) -> Any:
    """Return the notebook that ``otter assign`` turns into the student's and the solved one.

    Cell ids tell the role and the place, so that both notebooks have the same id for the same cell.
    """
    cells = [_raw("config", "ASSIGNMENT CONFIG", _config(sources, files))]
    for number, item in enumerate(master.items, 1):
        if isinstance(item, Question):
            cells += _question(sources, references[item.name])
        elif isinstance(item, Manual):
            cells += _manual(item)
        else:
            cells.append(_cell(item, f"{item.kind}-{number}"))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return v4.new_notebook(cells=cells, metadata=metadata)


def _config(sources: Sources, files: list[str]) -> dict[str, Any]:
    return {
        "name": sources.name,
        "init_cell": True,
        "check_all_cell": False,
        "export_cell": {"pdf": False, "run_tests": True},
        "tests": {"files": True, "ok_format": False},
        "files": files,
        "run_tests": False,
        "generate": {"show_stdout": False, "show_hidden": False},
    }


def _cell(cell: Cell, identity: str) -> Any:
    if cell.kind == "prose":
        return _markdown(identity, cell.text)
    metadata = {"tags": [IGNORE_TAG]} if cell.kind == "demo" else {}
    return _code(identity, cell.text, metadata)


def _question(sources: Sources, reference: Reference) -> list[Any]:
    # The points stand with each test, not as a list with the question: where tests are hidden,
    # otter would hand a list's first entries to the public ones, whichever they are.
    name = reference.name
    checks = [check for check in sources.checks if check.question == name]
    tests = [
        _code(f"test-{name}-{n}", cell_of(sources.name, check)) for n, check in enumerate(checks)
    ]
    return [
        _raw(f"begin-{name}", "BEGIN QUESTION", {"name": name}),
        _raw(f"begin-solution-{name}", "BEGIN SOLUTION"),
        _code(f"answer-{name}", reference.marked_solution),
        _raw(f"end-solution-{name}", "END SOLUTION"),
        _raw(f"begin-tests-{name}", "BEGIN TESTS"),
        *tests,
        _raw(f"end-tests-{name}", "END TESTS"),
        _raw(f"end-{name}", "END QUESTION"),
    ]


def _manual(manual: Manual) -> list[Any]:
    name = manual.name
    config = {"name": name, "manual": True, "points": manual.points}
    return [
        _raw(f"begin-{name}", "BEGIN QUESTION", config),
        _markdown(f"prompt-{name}", manual.prompt),
        _raw(f"begin-solution-{name}", "BEGIN SOLUTION"),
        _markdown(f"rubric-{name}", manual.rubric),
        _raw(f"end-solution-{name}", "END SOLUTION"),
        _raw(f"end-{name}", "END QUESTION"),
    ]


def _raw(identity: str, heading: str, config: Mapping[str, Any] | None = None) -> Any:
    text = json.dumps(config, indent=2) if config else ""  # which is YAML, too
    source = f"# {heading}\n{text}".rstrip()
    return v4.new_raw_cell(source, id=_clean(identity))


def _markdown(identity: str, source: str) -> Any:
    return v4.new_markdown_cell(source, id=_clean(identity))


def _code(identity: str, source: str, metadata: Mapping[str, Any] | None = None) -> Any:
    return v4.new_code_cell(source, id=_clean(identity), metadata=dict(metadata or {}))


def _clean(identity: str) -> str:
    """Return a valid cell id: at most 64 ASCII letters, digits, ``-`` and ``_``."""
    return identity.encode("ascii", "replace").decode().replace("?", "-")[:64]
