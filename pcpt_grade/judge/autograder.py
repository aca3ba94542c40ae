"""An autograder: the test files of an assignment and otter's configuration."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from otter.run import AutograderConfig
from otter.test_files import TestFile
from otter.test_files.exception_test import ExceptionTestFile

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY
from pcpt_grade.errors import AuthorError
from pcpt_grade.sandbox.limits import Limits

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Autograder:
    """What a submission is judged by."""

    name: str
    digest: str
    """SHA-256 of the archive's files; with the submission's it names a verdict."""
    tests: dict[str, str]
    """Question → source of its test file, in otter's order (sorted file names)."""
    config: dict[str, Any]
    files: dict[str, str]
    """What lies beside the notebook when it runs: relative path → content in base64."""
    own_limits: dict[str, float] = field(default_factory=dict)
    """The limits in which the assignment differs from the usual ones."""

    def test_file(self, question: str) -> TestFile:
        """Return a fresh test file of a question, read with otter's own class."""
        return _fresh(_parsed(self.tests[question], f"./tests/{question}.py"))

    def functions(self, question: str) -> tuple[str, ...]:
        """Return the names of the functions that a question's checks take, sorted."""
        return _functions(self.tests[question], f"./tests/{question}.py")

    def limits(self, given: Mapping[str, str | float]) -> Limits:
        """Return the limits for a submission: the usual ones, the assignment's, those given.

        Raises:
            AuthorError: if one is unknown or no number.
        """
        return Limits().changed(self.own_limits).changed(given)

    def otter_config(self) -> AutograderConfig:
        """Return otter's configuration."""
        return AutograderConfig(self.config)


@lru_cache(maxsize=256)
def _parsed(source: str, path: str) -> ExceptionTestFile:
    """Return a test file, compiled once for all submissions."""
    return ExceptionTestFile.from_string(source, path=path)


@lru_cache(maxsize=256)
def _functions(source: str, path: str) -> tuple[str, ...]:
    cases = _parsed(source, path).test_cases
    names = {name for case in cases for name in case.body._get_func_params()}
    return tuple(sorted(names - {"env"}))  # otter's name for the whole environment


def _fresh(parsed: ExceptionTestFile) -> ExceptionTestFile:
    """Return the same test file without results."""
    fresh = ExceptionTestFile(
        parsed.name, parsed.path, parsed.test_cases, all_or_nothing=parsed.all_or_nothing
    )
    fresh.source = parsed.source
    return fresh


def locate(assignment: str) -> Path:
    """Return the archive for a name or a path on the command line.

    Raises:
        AuthorError: if there is none.
    """
    path = Path(assignment)
    if path.suffix == ".zip":
        if not path.is_file():
            raise AuthorError(f"There is no autograder {path}.")
        return path
    if assignment in ASSIGNMENTS:
        built = REPOSITORY / "autograder" / "dist" / f"{assignment}.zip"
        if built.is_file():
            return built
        raise AuthorError(
            f"The autograder of {assignment} is not built: run `pcpt-grade build {assignment}`."
        )
    known = ", ".join(ASSIGNMENTS)
    raise AuthorError(f"{assignment!r} is neither an autograder zip nor an assignment ({known}).")


def load(path: Path) -> Autograder:
    """Read an autograder: its archive, or a folder that one was unpacked into.

    Raises:
        AuthorError: if it is none, or if it was built from other checks than those installed here.
    """
    try:
        entries = _unpacked(path) if path.is_dir() else _unzipped(path)
        config = json.loads(entries["otter_config.json"])
        stamp = json.loads(entries.get("stamp.json", b"{}"))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise AuthorError(f"{path} is not an autograder archive: {error}.") from None
    tests = {
        Path(name).stem: entries[name].decode()
        for name in sorted(entries)
        if name.startswith("tests/") and name.endswith(".py")
    }
    if not tests:
        raise AuthorError(f"{path} holds no test files.")
    _refuse_other_checks(path, stamp.get("checks", {}) | _carried(entries))
    beside = {
        name.removeprefix("files/"): base64.b64encode(data).decode()
        for name, data in entries.items()
        if name.startswith("files/") and not name.startswith("files/pcpt_grade/")
    }
    name = str(stamp.get("assignment") or path.stem)
    return Autograder(name, _digest(entries), tests, config, beside, dict(stamp.get("limits", {})))


def _unzipped(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return {name: archive.read(name) for name in names if not name.endswith("/")}


def _unpacked(folder: Path) -> dict[str, bytes]:
    """Return the files of an unpacked autograder; images of otter leave some out."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _digest(entries: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, content in sorted(entries.items()):
        total.update(f"{name}\0{len(content)}\0".encode() + content)
    return total.hexdigest()


def _carried(entries: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of the checks that lie in an archive for otter's kernel."""
    return {
        name.removeprefix("files/"): hashlib.sha256(content).hexdigest()
        for name, content in entries.items()
        if name.startswith("files/pcpt_grade/")
    }


def _refuse_other_checks(path: Path, checks: Mapping[str, str]) -> None:
    """Hidden tests run the checks installed here: the archive has to be built from the same."""
    for name, expected in checks.items():
        installed = PACKAGE.parent / name
        if (
            not installed.is_file()
            or hashlib.sha256(installed.read_bytes()).hexdigest() != expected
        ):
            raise AuthorError(
                f"{path} was built with another pcpt-grade than the one installed here "
                f"({installed.name} differs): build it again with `pcpt-grade build`."
            )
