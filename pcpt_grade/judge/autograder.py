"""An autograder: the test files of an assignment and otter's configuration."""

from __future__ import annotations

import base64
import hashlib
import io
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
    """SHA-256 of the archive; with the submission's it names a verdict."""
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
    """Read an autograder archive.

    Raises:
        AuthorError: if it is none, or if it was built from other checks than those installed here.
    """
    try:
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            entries = {name: archive.read(name) for name in names if not name.endswith("/")}
        config = json.loads(entries["otter_config.json"])
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise AuthorError(f"{path} is not an autograder archive: {error}.") from None
    tests = {
        Path(name).stem: entries[name].decode()
        for name in sorted(entries)
        if name.startswith("tests/") and name.endswith(".py")
    }
    if not tests:
        raise AuthorError(f"{path} holds no test files.")
    _refuse_other_checks(path, entries)
    beside = {
        name.removeprefix("files/"): base64.b64encode(data).decode()
        for name, data in entries.items()
        if name.startswith("files/") and not name.startswith("files/pcpt_grade/")
    }
    stamp = json.loads(entries.get("stamp.json", b"{}"))
    name = str(stamp.get("assignment") or path.stem)
    digest = hashlib.sha256(content).hexdigest()
    return Autograder(name, digest, tests, config, beside, dict(stamp.get("limits", {})))


def _refuse_other_checks(path: Path, entries: dict[str, bytes]) -> None:
    """Hidden tests run the checks installed here, which have to be those the archive carries."""
    for name, content in entries.items():
        if name.startswith("files/pcpt_grade/"):
            installed = PACKAGE.parent / name.removeprefix("files/")
            if not installed.is_file() or installed.read_bytes() != content:
                raise AuthorError(
                    f"{path} was built with another pcpt-grade than the one installed here "
                    f"({installed.name} differs): build it again with `pcpt-grade build`."
                )
