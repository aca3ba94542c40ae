"""Gradescope's layout without a container: what a zip's ``run_autograder`` starts, in a folder.

``python -m tests.gradescope`` does the same in real containers, from the zip's ``setup.sh`` on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dill
import pytest

from pcpt_grade.judge.autograder import locate
from pcpt_grade.judge.judge import Judge
from tests.gradescope import FIRST, Upload, difference, lay_out, uploads
from tests.judging import judge_of

PROGRAM = "from pcpt_grade.otter_plugin.container import main; import sys; main(sys.argv[1])"
UPLOADS = {upload.name: upload for upload in uploads(FIRST)}
EXPORTS = ("export unpacked", "export as it is")


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with judge_of(FIRST) as made:
        yield made


def grade(upload: Upload, folder: Path) -> subprocess.CompletedProcess[str]:
    """Grade an upload below a folder and return the ended process."""
    lay_out(folder, locate(FIRST), upload)
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd="/",
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_exports(name: str, judge: Judge, tmp_path: Path) -> None:
    """The notebook's name in an export is not the export's; all of ``results.json`` is ours.

    An export's own file has been emptied, but is there for ``otter grade`` to copy back.
    """
    done = grade(UPLOADS[name], tmp_path)
    assert done.returncode == 0, done.stderr
    ours = judge.judge(UPLOADS[name].content)
    assert 0 < ours.score < ours.possible
    left = {path.name: path.read_bytes() for path in (tmp_path / "submission").glob("*.zip")}
    assert left == {name: b"" for name in UPLOADS[name].files if name.endswith(".zip")}
    assert not difference(json.loads((tmp_path / "results" / "results.json").read_text()), ours)


def test_two_notebooks(judge: Judge, tmp_path: Path) -> None:
    """Both files of results say in one sentence why there is no grade, and nothing else is said."""
    done = grade(UPLOADS["two notebooks"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    ours = judge.judge(UPLOADS["two notebooks"].content)
    sentence = "the zip has to hold exactly one notebook, but holds 2 (a.ipynb, b.ipynb)"
    assert ours.problem == sentence
    assert not difference(json.loads((tmp_path / "results" / "results.json").read_text()), ours)
    results = dill.loads((tmp_path / "results" / "results.pkl").read_bytes())
    assert str(results.catastrophic_error) == f"Not graded: {sentence}"
