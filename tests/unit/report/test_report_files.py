"""Files of results: whole or absent, one name per submission."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcpt_grade.errors import BrokenError
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.report import files
from pcpt_grade.report.files import gradescope_json, result_names, write


def test_names() -> None:
    """A result is called like its submission; what would be equal keeps its ending."""
    names = ["alice.ipynb", "alice.zip", "x/bob.ipynb", "y/bob.ipynb", "carol"]
    assert result_names(names) == {
        "alice.ipynb": "alice.ipynb.json",
        "alice.zip": "alice.zip.json",
        "x/bob.ipynb": "x/bob.json",
        "y/bob.ipynb": "y/bob.json",
        "carol": "carol.json",
    }


def test_names_stay_below_the_folder() -> None:
    """A submission that is called by a whole path has its result below ``results/`` as well."""
    made = result_names(["/abs/a.ipynb", "../b.ipynb", "./c.ipynb"])
    assert list(made.values()) == ["abs/a.json", "b.json", "c.json"]


part = st.sampled_from(["a", "b", "..", ".x"])
name = st.builds(
    lambda folders, stem, ending, root: ("/" if root else "") + "/".join([*folders, stem + ending]),
    st.lists(part, max_size=2),
    st.sampled_from(["a", "b", "a.ipynb", "a.zip"]),
    st.sampled_from([".ipynb", ".zip", "", ".json"]),
    st.booleans(),
)


@given(st.lists(name, unique=True, max_size=6))
def test_no_two_submissions_share_a_file(names: list[str]) -> None:
    """Results have different files, all below the folder."""
    made = result_names(names)
    assert list(made) == names
    assert len(set(made.values())) == len(names)
    paths = [PurePosixPath(path) for path in made.values()]
    assert not [path for path in paths if ".." in path.parts or path.is_absolute()]


def test_write(tmp_path: Path) -> None:
    """The text is there, readable for others, in folders that are made."""
    path = tmp_path / "deep" / "a.json"
    write(path, "ä\r\n")
    write(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_write_leaves_the_former_file_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the new file only, and leaves nothing half written behind."""
    path = tmp_path / "a.json"
    write(path, "old")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(BrokenError, match="No space"):
        write(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_gradescope() -> None:
    """The file holds what the judge made for Gradescope, readable and in UTF-8."""
    made = {"score": 1.5, "output": "✅", "tests": []}
    text = gradescope_json(SubmissionResult((), "", False, "none", (), made))
    assert json.loads(text) == made
    assert "✅" in text
    assert text.endswith("\n")
