"""Writing results: whole files or none."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path, PurePosixPath

from pcpt_grade.errors import BrokenError
from pcpt_grade.outcome import SubmissionResult

MAX_NAME = 200
"""Bytes of a file's name; file systems allow 255."""


UNFINISHED = ".writing-"


def write(path: Path, text: str) -> None:
    """Write a text file so that it is never seen half written.

    Raises:
        BrokenError: if it cannot be written.
    """
    try:
        _write(path, text)
    except OSError as error:
        raise BrokenError(
            f"{path} cannot be written ({error.strerror}); what is judged is kept: make room and "
            "run the same command again."
        ) from None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def remove_unfinished(folder: Path) -> None:
    """Remove what killed runs have left half written."""
    for path in folder.rglob(f"{UNFINISHED}*"):
        path.unlink(missing_ok=True)


def result_names(names: Iterable[str]) -> dict[str, str]:
    """Return the file below ``results/`` for each submission: its name, ending in ``.json``.

    ``alice.ipynb`` becomes ``alice.json``; with an ``alice.zip`` beside it, ``alice.ipynb.json``.
    No two submissions share a file.
    """
    stems = {name: _clean(PurePosixPath(name).with_suffix("")) for name in names}
    alike = Counter(stems.values())
    made: dict[str, str] = {}
    taken = set[str]()
    for name, stem in stems.items():
        whole = _clean(PurePosixPath(name))
        short = [stem] if alike[stem] == 1 else []
        choices = chain(short, [whole], (f"{whole}-{number}" for number in count(2)))
        made[name] = next(file for each in choices if (file := f"{each}.json") not in taken)
        taken.add(made[name])
    return made


def _clean(path: PurePosixPath) -> str:
    """Return a path that stays below its folder, with names that leave room for a suffix."""
    return "/".join(_short(part) for part in path.parts if part not in ("/", "..", "."))


def _short(name: str) -> str:
    content = name.encode()
    if len(content) <= MAX_NAME:
        return name
    digest = hashlib.sha256(content).hexdigest()[:12]
    return f"{content[:100].decode(errors='ignore')}-{digest}"


def gradescope_json(result: SubmissionResult) -> str:
    """Return ``results.json`` in Gradescope's format."""
    return json.dumps(result.gradescope, indent=2, ensure_ascii=False) + "\n"
