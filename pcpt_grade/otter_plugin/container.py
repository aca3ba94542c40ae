"""Grading in a container that is laid out like Gradescope's, below ``/autograder``."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import dill
from otter.run.run_autograder import main as run_otter
from otter.run.run_autograder.utils import OtterRuntimeError
from otter.test_files import GradingResults

from pcpt_grade.otter_plugin import handed_in
from pcpt_grade.otter_plugin.plugin import NAME


def main(autograder: str) -> None:
    """Grade what lies in ``submission/``; write ``results.json`` and ``results.pkl``.

    A submission that cannot be graded ends with both as well: they say why.
    """
    folder = Path(autograder)
    if not _has_plugin(folder / "source" / "otter_config.json"):
        # the tests find the checks that they were built with in otter's kernel, too
        os.environ["PYTHONPATH"] = sys.path[0]
        run_otter(autograder)
        return
    with _closed_to_others(folder):
        _complete_metadata(folder / "submission_metadata.json")
        names = [path.name for path in (folder / "submission").iterdir()]
        handed_in.set_aside(folder / "submission")
        try:
            run_otter(autograder, zips=False)
        except OtterRuntimeError as error:
            _write_failure(folder / "results" / "results.pkl", str(error))
        for name in names:  # `otter grade` copies what it handed in back, and fails if it is gone
            (folder / "submission" / name).touch()


def _has_plugin(config: Path) -> bool:
    plugins = json.loads(config.read_text(encoding="utf-8")).get("plugins", [])
    return any(NAME in plugin for plugin in plugins)


@contextlib.contextmanager
def _closed_to_others(folder: Path) -> Iterator[None]:
    """Keep other users, as whom student code runs, out of a folder in the ``with`` block."""
    mode = folder.stat().st_mode
    folder.chmod(0o700)
    try:
        yield
    finally:
        folder.chmod(mode)


def _complete_metadata(path: Path) -> None:
    """Write what otter reads for its plugins: ``otter grade`` leaves an empty file."""
    if not path.is_file() or not path.read_text(encoding="utf-8").strip():
        path.write_text("{}", encoding="utf-8")


def _write_failure(path: Path, problem: str) -> None:
    """Tell ``otter grade`` why there are no results; ``results.json`` is there already."""
    print(problem)  # noqa: T201  # it belongs to the container's log
    with path.open("wb") as file:
        dill.dump(GradingResults.without_results(OtterRuntimeError(problem)), file)
