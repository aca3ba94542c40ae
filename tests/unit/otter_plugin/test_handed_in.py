"""What lies in a submission's folder: read once, never followed, removed before otter looks."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from pcpt_grade.errors import SubmissionError
from pcpt_grade.notebook import MAX_ENTRIES, unpack
from pcpt_grade.otter_plugin.handed_in import EMPTY, set_aside, take


def test_a_notebook_is_taken_and_an_empty_one_left(tmp_path: Path) -> None:
    """The judge gets the bytes; otter gets a notebook of the same name without a cell."""
    (tmp_path / "mine.ipynb").write_bytes(b"anything")
    set_aside(tmp_path)
    assert json.loads((tmp_path / "mine.ipynb").read_text()) == EMPTY
    handed_in = take(tmp_path, ())
    assert (handed_in.content, handed_in.problem) == (b"anything", "")


def export(*names: str) -> bytes:
    """Return a zip of notebooks of these names, as ``grader.export`` makes one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, f"notebook {name}")
        archive.writestr("__zip_filename__", "export.zip")
    return buffer.getvalue()


def test_an_export_is_taken_whole(tmp_path: Path) -> None:
    """The notebook in it may have any name; where it lay, otter finds an empty one to run."""
    (tmp_path / "2025_11_22.zip").write_bytes(export("my work.ipynb"))
    set_aside(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["submission.ipynb"]
    handed_in = take(tmp_path, ())
    assert (handed_in.content, handed_in.problem) == (export("my work.ipynb"), "")
    notebook, beside = unpack(handed_in.content)
    assert (notebook, list(beside)) == (b"notebook my work.ipynb", ["__zip_filename__"])


def test_an_unpacked_export_is_one_notebook(tmp_path: Path) -> None:
    """Gradescope unpacks what is uploaded: the same notebook comes out."""
    zipfile.ZipFile(io.BytesIO(export("my work.ipynb"))).extractall(tmp_path)
    set_aside(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["my work.ipynb"]
    assert unpack(take(tmp_path, ()).content)[0] == b"notebook my work.ipynb"


@pytest.mark.parametrize("unpacked", [False, True])
def test_two_notebooks_are_for_the_judge_to_refuse(tmp_path: Path, *, unpacked: bool) -> None:
    """They are handed over, so that the sentence is that of the engine, and both are removed."""
    content = export("a.ipynb", "b.ipynb")
    if unpacked:
        zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    else:
        (tmp_path / "export.zip").write_bytes(content)
    set_aside(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    with pytest.raises(SubmissionError, match=r"exactly one notebook, but holds 2 \(a.ipynb, b"):
        unpack(take(tmp_path, ()).content)


def test_files_beside_a_notebook_are_zipped_and_removed(tmp_path: Path) -> None:
    """Nothing of a submission stays where otter unpickles logs and Python looks for modules."""
    (tmp_path / "mine.ipynb").write_bytes(b"notebook")
    (tmp_path / ".OTTER_LOG").write_bytes(b"log")
    (tmp_path / "torch").mkdir()
    (tmp_path / "torch" / "__init__.py").write_bytes(b"module")
    set_aside(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.ipynb"]
    archive = zipfile.ZipFile(io.BytesIO(take(tmp_path, ()).content))
    assert sorted(archive.namelist()) == [".OTTER_LOG", "mine.ipynb", "torch/__init__.py"]


def test_what_otter_adds_is_not_the_students(tmp_path: Path) -> None:
    """Names of ours are left out at the top, and only there."""
    (tmp_path / "mine.ipynb").write_bytes(b"notebook")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "hidden.py").write_bytes(b"test")
    assert take(tmp_path, {"tests"}).content == b"notebook"


@pytest.mark.parametrize("target", ["/etc/passwd", "nowhere", "."])
def test_links_are_not_followed(tmp_path: Path, target: str) -> None:
    """Links to files, to folders and to nothing are refused, and what they lead to survives."""
    (tmp_path / "mine.ipynb").write_bytes(b"notebook")
    (tmp_path / "link").symlink_to(target)
    set_aside(tmp_path)
    assert "it is a link" in take(tmp_path, ()).problem
    assert [path.name for path in tmp_path.iterdir()] == ["mine.ipynb"]


def test_a_linked_folder_keeps_its_files(tmp_path: Path) -> None:
    """Emptying the submission's folder removes a link, not the folder behind it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept").write_bytes(b"")
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "link").symlink_to(tmp_path / "elsewhere")
    set_aside(tmp_path / "submission")
    assert (tmp_path / "elsewhere" / "kept").exists()


@pytest.mark.timeout(10)
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Opening a pipe without a writer would block for ever."""
    os.mkfifo(tmp_path / "mine.ipynb")
    set_aside(tmp_path)
    assert "not a regular file" in take(tmp_path, ()).problem


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    """One file more than a zip may hold is one too many, as in a zip."""
    for number in range(MAX_ENTRIES):
        (tmp_path / f"{number}.ipynb").write_bytes(b"")
    assert take(tmp_path, ()).problem == ""
    (tmp_path / "one_more").write_bytes(b"")
    assert "more than" in take(tmp_path, ()).problem


def test_without_a_notebook_there_is_nothing_to_judge(tmp_path: Path) -> None:
    """Other files alone are no submission."""
    (tmp_path / "mine.py").write_bytes(b"")
    set_aside(tmp_path)
    assert take(tmp_path, ()).problem == "there is no notebook in it"
