"""Where the hand-written parts of an assignment lie, and how an error names a place in them."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from pcpt_grade.catalog import REPOSITORY, Assignment, find
from pcpt_grade.checks import Check, suite
from pcpt_grade.errors import AuthorError

PACKAGE = Path(__file__).resolve().parent.parent
"""The package ``pcpt_grade``, whose checks travel in the autograder."""


@dataclass(frozen=True)
class Sources:
    """What an author writes; everything that the build makes comes from here."""

    assignment: Assignment
    master: Path
    solutions: Path
    """The module with the reference functions."""
    plots: Path
    """The plot helpers that are shipped beside the notebook."""
    figures: Path
    """The folder of the pictures that the master shows as ``figures/<name>.png``."""
    checks_file: Path
    """The module with the checks, or that of the package with a module per question."""
    checks: tuple[Check, ...]
    autograder: Path
    """The folder with ``setup.sh`` and the other files that every autograder contains."""

    @property
    def name(self) -> str:
        """The assignment's name."""
        return self.assignment.name


def sources(assignment: str, root: Path = REPOSITORY) -> Sources:
    """Return where the parts of an assignment lie in a checkout, with its checks loaded.

    Raises:
        AuthorError: if there is no such assignment, or a check is malformed.
    """
    masters = root / "solutions" / "masters"
    package = PACKAGE / "checks" / assignment
    checks_file = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    return Sources(
        assignment=find(assignment),
        master=masters / f"{assignment}.md",
        solutions=root / "solutions" / "pcpt_solutions" / f"{assignment}.py",
        plots=masters / "unit10_plots.py",
        figures=masters / "figures" / assignment,
        checks_file=checks_file,
        checks=_load_checks(assignment, checks_file),
        autograder=root / "autograder",
    )


def author_error(path: Path, line: int, message: str) -> AuthorError:
    """Return the error for one line of a file that an author wrote."""
    return AuthorError(f"{path}:{line}: {message}")


def read(path: Path, what: str) -> str:
    """Return the text of a file that an author has to provide.

    Raises:
        AuthorError: if it is missing or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise author_error(path, 1, f"there is no such file; write the {what} there.") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise author_error(path, line, "this is not UTF-8; save the file as UTF-8.") from None


def _load_checks(assignment: str, path: Path) -> tuple[Check, ...]:
    read(path, "checks")
    try:
        return suite(assignment)
    except Exception as error:  # whatever an author's module raises while it is imported
        where, line = _origin(error, path)
        raise author_error(where, line, f"cannot be loaded: {error}") from error


def _origin(error: Exception, path: Path) -> tuple[Path, int]:
    """Return the place in a module, or below its folder if it is a package's, that an error names.

    That is the last one: where the module was imported from stands before it.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [(Path(frame.filename), frame.lineno or 1) for frame in frames]
    if isinstance(error, SyntaxError) and error.filename:
        places.append((Path(error.filename), error.lineno or 1))
    package = path.parent if path.name == "__init__.py" else path
    inside = [place for place in places if package in (place[0], *place[0].parents)]
    return inside[-1] if inside else (path, 1)
