"""Which files are submissions, and what each is called in the results."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from pcpt_grade.errors import AuthorError
from pcpt_grade.outcome import readable

SUFFIXES = (".ipynb", ".zip")


@dataclass(frozen=True)
class Found:
    """A submission file and its name in the results."""

    name: str
    path: Path


def find(paths: Sequence[Path]) -> list[Found]:
    """Return the submissions among files and folders (searched recursively), sorted by name.

    A file is called by its name; where two have the same, by its path below the given folder.

    Raises:
        AuthorError: if a path does not exist, or nothing is found.
    """
    places: dict[Path, Path] = {}  # file → the folder that its longer name is relative to
    for path in paths:
        if path.is_dir():
            for file in _below(path):
                places.setdefault(file, path)
        elif os.path.lexists(path):
            places.setdefault(path, path.parent.parent)
        else:
            raise AuthorError(f"There is no submission {path}.")
    if not places:
        raise AuthorError(f"No submissions (*.ipynb, *.zip) found in {', '.join(map(str, paths))}.")
    short = Counter(file.name for file in places)
    named = [
        (file.name if short[file.name] == 1 else _longer(file, folder), file)
        for file, folder in places.items()
    ]
    long = Counter(name for name, _ in named)
    unique = [(name if long[name] == 1 else file.as_posix(), file) for name, file in named]
    return _displayable(sorted(unique))


def _displayable(named: list[tuple[str, Path]]) -> list[Found]:
    """Replace what no terminal or CSV should meet in a name; names stay different."""
    found: dict[str, Found] = {}
    for name, path in named:
        shown = wanted = readable(name).replace("\n", "\ufffd").replace("\t", "\ufffd")
        for number in count(2):
            if shown not in found:
                break
            shown = f"{wanted} ({number})"
        found[shown] = Found(shown, path)
    return list(found.values())


def _below(folder: Path) -> list[Path]:
    """Return the submission files below a folder; links to folders are not followed."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__MACOSX"))]
        found += [
            Path(root) / name
            for name in names
            if name.lower().endswith(SUFFIXES) and not name.startswith("._")
        ]
    return found


def _longer(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.as_posix()
