"""What a student handed in, taken out of otter's hands before anything of it can do harm.

Where a submission lies, otter unpickles logs, and starts a Python that looks there for modules. So
everything is read into memory and removed; an empty notebook is left for otter to run.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pcpt_grade.errors import SubmissionError
from pcpt_grade.notebook import MAX_ENTRIES, MAX_FILE, read_bytes

SUFFIXES = (".ipynb", ".zip")
EMPTY = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
"""The notebook that otter runs instead."""


@dataclass(frozen=True)
class HandedIn:
    """A submission for the judge."""

    content: bytes
    """The notebook, or a zip of it and what lies beside it."""
    problem: str = ""
    """Why it cannot be judged, or ''."""


_set_aside: dict[Path, HandedIn] = {}


def set_aside(folder: Path) -> None:
    """Empty a folder before otter looks into it; ``take`` returns later what was there."""
    name = next((path.name for path in sorted(folder.glob("*.ipynb"))), "submission.ipynb")
    _set_aside[folder.resolve()] = _read(folder, ())
    leave_empty(folder / name)


def take(folder: Path, ours: Collection[str]) -> HandedIn:
    """Return what a student put into a folder, unless it was set aside before.

    Args:
        folder: Where otter has put the submission.
        ours: The names of what otter has put beside it.
    """
    kept = _set_aside.pop(folder.resolve(), None)
    return _read(folder, ours) if kept is None else kept


def leave_empty(notebook: Path) -> None:
    """Remove everything from a notebook's folder, then write an empty notebook there."""
    for path in notebook.parent.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    notebook.write_text(json.dumps(EMPTY), encoding="utf-8")


def _read(folder: Path, ours: Collection[str]) -> HandedIn:
    try:
        files = _files(folder, ours)
    except SubmissionError as error:
        return HandedIn(b"", str(error))
    if not any(name.lower().endswith(SUFFIXES) for name in files):
        return HandedIn(b"", "there is no notebook in it")
    if len(files) == 1:
        (content,) = files.values()
        return HandedIn(content)
    return HandedIn(_zip(files))


def _files(folder: Path, ours: Collection[str]) -> dict[str, bytes]:
    """Return the files below a folder by their relative paths.

    Raises:
        SubmissionError: if there are too many, or others than regular ones.
    """
    files: dict[str, bytes] = {}
    total = 0
    for path in _paths(folder, ours):
        content = read_bytes(path)
        total += len(content)
        if total > MAX_FILE or len(files) == MAX_ENTRIES:
            raise SubmissionError(
                f"it holds more than {MAX_ENTRIES} files or {MAX_FILE >> 20} MiB; "
                "hand in the notebook only"
            )
        name = os.fsencode(path.relative_to(folder)).decode("utf-8", "replace")
        files[name] = content
    return files


def _paths(folder: Path, ours: Collection[str]) -> list[Path]:
    """Return what is to be read: files, and links whatever they lead to."""
    paths = []
    for root, folders, names in os.walk(folder):
        here = Path(root)
        if here == folder:
            folders[:] = [name for name in folders if name not in ours]
        paths += [here / name for name in folders if (here / name).is_symlink()]
        paths += [here / name for name in names if here != folder or name not in ours]
    return sorted(paths)


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()
