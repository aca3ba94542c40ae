"""Reading submissions: a notebook, or a zip with one; hostile until proven otherwise."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat

from pcpt_grade.errors import SubmissionError

MAX_FILE = 64 * 2**20
"""Largest submission, and largest total of a zip's content."""
MAX_ENTRIES = 2000
MAX_CELLS = 5000
IGNORED_TAG = "otter_ignore"
ENCRYPTED = 1
"""The bit of a zip entry's flags that says so."""
LEFT_BEHIND = {"__MACOSX", ".ipynb_checkpoints"}
"""Folders that programs put into a zip without being asked."""


@dataclass(frozen=True)
class Cell:
    """A code cell that is run: its source, and the questions checked right after it."""

    source: str
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Submission:
    """What is graded: the cells to run and the files that lie beside the notebook."""

    cells: tuple[Cell, ...]
    files: dict[str, str]
    """Relative path → content in base64."""
    assignment: str | None
    """The assignment that the notebook says it belongs to, or None."""


def read_bytes(path: Path) -> bytes:
    """Return the content of a submission file.

    Raises:
        SubmissionError: if it is not a regular file of a sane size.
    """
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):  # it could lead to another submission, or to a solution
            raise SubmissionError("it is a link; hand in the notebook itself")
        if not stat.S_ISREG(status.st_mode):
            raise SubmissionError("it is not a regular file; hand in the notebook itself")
        if status.st_size > MAX_FILE:
            raise SubmissionError(
                f"it has {status.st_size / 2**20:.0f} MiB, more than the {MAX_FILE >> 20} MiB "
                "allowed; clear the outputs and hand it in again"
            )
        # should it have become a link or a pipe meanwhile, this neither follows nor waits
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise SubmissionError(f"it cannot be read: {error.strerror}") from None


def digest(content: bytes) -> str:
    """Return the SHA-256 of a submission, which names it in the store."""
    return hashlib.sha256(content).hexdigest()


def parse(content: bytes) -> Submission:
    """Return what a notebook, or a zip with one notebook, hands in.

    Raises:
        SubmissionError: if there is no notebook in it that can be read.
    """
    return _parse_notebook(*unpack(content))


def unpack(content: bytes) -> tuple[bytes, dict[str, str]]:
    """Return a notebook, and what lies beside it by relative path, in base64.

    Args:
        content: The notebook itself, or a zip with one.

    Raises:
        SubmissionError: if the zip cannot be read, or holds none or several.
    """
    if content[:4] not in (b"PK\x03\x04", b"PK\x05\x06"):
        return content, {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = _unzip(archive)
    except SubmissionError:
        raise
    except Exception as error:  # noqa: BLE001  # zipfile and its decompressors raise all sorts
        raise SubmissionError(f"the zip cannot be read: {_shown(str(error))}") from None
    notebooks = [name for name in files if name.lower().endswith(".ipynb")]
    if len(notebooks) != 1:
        names = ", ".join(_shown(name) for name in sorted(notebooks)[:3]) or "none"
        raise SubmissionError(
            f"the zip has to hold exactly one notebook, but holds {len(notebooks)} ({names})"
        )
    notebook = files.pop(notebooks[0])
    return notebook, {name: base64.b64encode(data).decode() for name, data in files.items()}


def _unzip(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the regular files of a zip by their relative paths."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_FILE:
        raise SubmissionError(
            f"the zip holds more than {MAX_ENTRIES} files or {MAX_FILE >> 20} MiB; "
            "hand in the notebook only"
        )
    files, total = {}, 0
    for entry in entries:
        path = PurePosixPath(entry.filename)
        linked = stat.S_ISLNK(entry.external_attr >> 16)
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or linked:
            raise SubmissionError(f"the zip holds a link or a path outside ({_shown(path.name)})")
        if entry.flag_bits & ENCRYPTED:
            raise SubmissionError("the zip is encrypted; hand it in without a password")
        if LEFT_BEHIND & set(path.parts) or path.name.startswith("._"):
            continue
        with archive.open(entry) as file:
            data = file.read(MAX_FILE - total + 1)
        total += len(data)
        if total > MAX_FILE:
            raise SubmissionError("the zip grows beyond every limit when unpacked")
        files[str(path)] = data
    return files


def _shown(text: str) -> str:
    """Return a text out of a submission for a sentence: short, on one line, printable."""
    text = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    return text if len(text) <= 80 else f"{text[:79]}…"


def _parse_notebook(content: bytes, files: dict[str, str]) -> Submission:
    if not content.strip():
        raise SubmissionError("the file is empty; save the notebook and hand it in again")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SubmissionError("it is not a notebook: the file is not UTF-8 text") from None
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raise SubmissionError(
            "it is not a notebook, or cut short: the file is not valid JSON"
        ) from None
    if not isinstance(raw, dict) or not ("cells" in raw or "worksheets" in raw):
        raise SubmissionError("it is JSON, but not a notebook: it has no cells")
    try:
        notebook = nbformat.reads(json.dumps(_slim(raw)), as_version=4)
        _check_language(notebook.metadata)
        cells = tuple(_cells(notebook))
    except SubmissionError:
        raise
    except Exception as error:  # noqa: BLE001  # nbformat raises all sorts on malformed notebooks
        raise SubmissionError(
            f"the notebook is malformed ({type(error).__name__}): {_shown(str(error))}"
        ) from None
    return Submission(cells, files, _assignment(notebook.metadata))


def _slim(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook without what is not graded: nbformat takes a minute for a million outputs.

    Older formats are left alone.
    """
    cells = raw.get("cells")
    if raw.get("nbformat") != 4 or not isinstance(cells, list):
        return raw
    if len(cells) > MAX_CELLS:
        raise SubmissionError(f"it has {len(cells)} cells, more than the {MAX_CELLS} allowed")
    metadata = _only(raw.get("metadata") or {}, ("kernelspec", "language_info", "otter"))
    return {**raw, "metadata": metadata, "cells": [_slim_cell(cell) for cell in cells]}


def _slim_cell(cell: Any) -> Any:
    if not isinstance(cell, dict):
        return cell
    slim = {key: value for key, value in cell.items() if key not in ("attachments", "outputs")}
    slim["metadata"] = _only(cell.get("metadata") or {}, ("otter", "tags"))
    return slim | ({"outputs": []} if cell.get("cell_type") == "code" else {})


def _only(metadata: Any, keys: tuple[str, ...]) -> Any:
    if not isinstance(metadata, dict):
        return metadata
    return {key: value for key, value in metadata.items() if key in keys}


def _cells(notebook: Any) -> list[Cell]:
    cells = []
    for cell in notebook.cells:
        otter = cell.metadata.get("otter", {})
        if cell.cell_type != "code" or otter.get("ignore", False):
            continue
        if IGNORED_TAG in cell.metadata.get("tags", []):
            continue
        checks = tuple(str(name) for name in otter.get("tests") or ())
        cells.append(Cell(str(cell.source), checks))
    return cells


def _check_language(metadata: Any) -> None:
    language = str(
        (metadata.get("language_info") or {}).get("name")
        or (metadata.get("kernelspec") or {}).get("language")
        or "python"
    )
    if not language.lower().startswith(("python", "ipython")):
        raise SubmissionError(f"the notebook is written in {_shown(language)}, not in Python")


def _assignment(metadata: Any) -> str | None:
    otter = metadata.get("otter", {})
    name = otter.get("assignment_name") if isinstance(otter, dict) else None
    return str(name) if name else None
