"""What imports what: the floors of the architecture, and a command line that starts quickly."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pcpt_grade

PACKAGE = Path(pcpt_grade.__file__).parent

FLOORS = [
    {"cli"},
    {"grade", "build", "verify", "report"},
    {"judge", "otter_plugin"},
    {"worker", "sandbox", "wire", "checks", "notebook"},
    {"outcome", "errors", "catalog", "probes"},
]
"""From top to bottom."""

HEAVY = {"torch", "otter", "numpy", "matplotlib", "hypothesis"}

FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}


def part(path: Path) -> str:
    """Return the top-level name below the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the parts of the package that a file imports, inside functions as well."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            first, _, rest = name.partition(".")
            below = rest.split(".")[0]
            if first == "pcpt_grade" and below and below != "__version__":
                yield below


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
EDGES = {(part(path), name) for path in FILES for name in imported(path)}


def test_every_part_has_a_floor() -> None:
    """A new module finds its place in the table."""
    assert {part(path) for path in FILES} == set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    """A file imports nothing from a floor above its own."""
    upward = [name for name in imported(path) if FLOOR[name] < FLOOR[part(path)]]
    assert upward == []


def test_no_circles_on_a_floor() -> None:
    """Where neighbours import each other, it is in one direction only."""

    def reach(start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            here = waiting.pop()
            for source, target in EDGES:
                if source == here and target != here and target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    assert [name for name in FLOOR if name in reach(name)] == []


def test_solutions_are_no_part_of_grading() -> None:
    """Only the builder and the verifier know that there are solutions."""
    allowed = {"build", "verify"}
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        modules += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
        if part(path) not in allowed:
            assert not [name for name in modules if name.startswith("pcpt_solutions")], path


@pytest.mark.parametrize(
    ("program", "heavy"),
    [
        ("import pcpt_grade", HEAVY),
        ("import pcpt_grade.cli, pcpt_grade.catalog, pcpt_grade.outcome", HEAVY),
        ("import pcpt_grade.grade.command", {"torch", "hypothesis"}),  # others judge
    ],
)
def test_light_imports(program: str, heavy: set[str]) -> None:
    """Importing the package and the command line loads nothing heavy; handing out work no torch."""
    code = f"{program}\nimport sys\nprint(*sorted(sys.modules))"
    listed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "pcpt_grade" in listed
    assert heavy & set(listed) == set()


@pytest.mark.parametrize("arguments", [["--help"], ["grade", "--help"], ["--version"]])
def test_help_is_light(arguments: list[str]) -> None:
    """Help and version load none of the heavy packages either."""
    code = (
        "import sys\nfrom pcpt_grade.cli import main\n"
        f"try:\n    main({arguments!r}, 'pcpt-grade')\n"
        "except SystemExit as end:\n    print('status', end.code)\n"
        "print('modules', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "status 0" in run.stdout
    listed = run.stdout.rpartition("modules")[2].split()
    assert "click" in listed
    assert HEAVY & set(listed) == set()


def test_the_public_surface() -> None:
    """``__all__`` is sorted and true."""
    assert list(pcpt_grade.__all__) == sorted(pcpt_grade.__all__)
    assert all(hasattr(pcpt_grade, name) for name in pcpt_grade.__all__)
