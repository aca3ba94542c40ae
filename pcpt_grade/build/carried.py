"""The part of ``pcpt_grade`` that travels in an autograder: what its hidden checks import."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pcpt_grade.build.sources import PACKAGE


def carried_modules(assignment: str, package: Path = PACKAGE) -> dict[str, bytes]:
    """Return the files by path, ``pcpt_grade/…``: the assignment's checks and their imports.

    Other assignments' checks stay at home, since a submission could read them.
    """
    todo = [f"pcpt_grade.checks.{assignment}", "pcpt_grade.checks"]
    files: dict[str, bytes] = {}
    while todo:
        path = _file(todo.pop(), package)
        name = path.relative_to(package.parent).as_posix() if path else ""
        if path is None or name in files:
            continue
        files[name] = path.read_bytes()
        todo += _imported(ast.parse(files[name]))
    return dict(sorted(files.items()))


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over names and contents, in the order of the names."""
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _file(module: str, package: Path) -> Path | None:
    base = package.parent.joinpath(*module.split("."))
    for path in (base / "__init__.py", base.with_name(f"{base.name}.py")):
        if path.is_file():
            return path
    return None


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
