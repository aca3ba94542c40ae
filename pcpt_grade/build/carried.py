"""The parts of ``pcpt_grade`` that travel in an autograder: its hidden checks, or the engine."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pcpt_grade.build.sources import PACKAGE

ENGINE = (
    "pcpt_grade.otter_plugin",
    "pcpt_grade.otter_plugin.container",
    "pcpt_grade.worker.zygote",
    "pcpt_grade.sandbox.confinement",
)
"""Where grading in a container starts; the last two begin processes of their own."""


def check_modules(assignment: str, package: Path = PACKAGE) -> dict[str, bytes]:
    """Return the files by path, ``pcpt_grade/…``: the assignment's checks and their imports.

    Other assignments' checks stay at home, since a submission could read them.
    """
    return _closure([f"pcpt_grade.checks.{assignment}", "pcpt_grade.checks"], package)


def engine_modules(assignment: str, package: Path = PACKAGE) -> dict[str, bytes]:
    """Return the files by path of all that judges submissions of an assignment."""
    engine = _closure([*ENGINE], package)
    return dict(sorted((engine | check_modules(assignment, package)).items()))


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def _closure(todo: list[str], package: Path) -> dict[str, bytes]:
    """Return the files of these modules and of all that they import, by path."""
    files: dict[str, bytes] = {}
    while todo:
        path = _file(todo.pop(), package)
        name = path.relative_to(package.parent).as_posix() if path else ""
        if path is None or name in files:
            continue
        files[name] = path.read_bytes()
        todo += _imports(files[name])
    return dict(sorted(files.items()))


def _file(module: str, package: Path) -> Path | None:
    base = package.parent.joinpath(*module.split("."))
    for path in (base / "__init__.py", base.with_name(f"{base.name}.py")):
        if path.is_file():
            return path
    return None


@cache
def _imports(source: bytes) -> tuple[str, ...]:
    return tuple(_imported(ast.parse(source)))


def _imported(tree: ast.Module) -> Iterator[str]:
    """Yield the modules of ``pcpt_grade`` that a module may import, with their packages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "pcpt_grade":
                yield from (".".join(parts[:count]) for count in range(1, len(parts) + 1))
