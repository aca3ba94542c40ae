"""Finding submissions and naming them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pcpt_grade.errors import AuthorError
from pcpt_grade.grade.find import find


def touch(*paths: Path) -> None:
    """Make empty files and the folders above them."""
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(*paths: Path) -> list[str]:
    """Return what the submissions found are called."""
    return [found.name for found in find(paths)]


def test_folders_are_searched(tmp_path: Path) -> None:
    """Notebooks and zips are found at any depth, in the order of their names."""
    touch(tmp_path / "b.ipynb", tmp_path / "deep" / "er" / "a.ZIP", tmp_path / "c.zip")
    assert names(tmp_path) == ["a.ZIP", "b.ipynb", "c.zip"]


def test_what_programs_leave_behind_is_passed_over(tmp_path: Path) -> None:
    """Hidden folders, those of macOS and Jupyter, and other files are no submissions."""
    touch(
        tmp_path / ".ipynb_checkpoints" / "a-checkpoint.ipynb", tmp_path / "__MACOSX" / "a.ipynb",
        tmp_path / "._a.ipynb", tmp_path / "a.py", tmp_path / "a.ipynb",
    )  # fmt: skip
    assert names(tmp_path) == ["a.ipynb"]


def test_equal_names(tmp_path: Path) -> None:
    """Equal names are told apart by their folders; the others stay short."""
    touch(tmp_path / "x" / "hw.ipynb", tmp_path / "y" / "hw.ipynb", tmp_path / "z" / "own.ipynb")
    assert names(tmp_path) == ["own.ipynb", "x/hw.ipynb", "y/hw.ipynb"]


def test_equal_names_in_several_folders(tmp_path: Path) -> None:
    """Where the paths below the given folders agree as well, the whole paths are the names."""
    one, two = tmp_path / "one", tmp_path / "two"
    touch(one / "a" / "hw.ipynb", two / "a" / "hw.ipynb")
    assert names(one, two) == [(one / "a/hw.ipynb").as_posix(), (two / "a/hw.ipynb").as_posix()]


def test_files(tmp_path: Path) -> None:
    """A file is taken whatever it is called; equal ones are named by the folder they lie in."""
    touch(tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt")
    assert names(tmp_path / "a" / "x.txt") == ["x.txt"]
    assert names(tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt") == ["a/x.txt", "b/x.txt"]


def test_a_file_is_found_once(tmp_path: Path) -> None:
    """A file that is given twice, or lies in two of the folders, is one submission."""
    file = tmp_path / "sub" / "a.ipynb"
    touch(file)
    assert names(tmp_path, file, tmp_path / "sub", tmp_path) == ["a.ipynb"]


def test_links(tmp_path: Path) -> None:
    """Links to folders are not followed, so that circles do no harm; dead links are listed."""
    touch(tmp_path / "sub" / "a.ipynb")
    (tmp_path / "sub" / "circle").symlink_to(tmp_path)
    (tmp_path / "dead.ipynb").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path) == ["a.ipynb", "dead.ipynb"]
    assert names(tmp_path / "dead.ipynb") == ["dead.ipynb"]


def test_nothing_found(tmp_path: Path) -> None:
    """A path that does not exist and a folder without submissions are errors."""
    with pytest.raises(AuthorError, match="no submission"):
        find([tmp_path / "absent.ipynb"])
    with pytest.raises(AuthorError, match="No submissions"):
        find([tmp_path])


def test_names_are_unique(tmp_path: Path) -> None:
    """No two submissions have the same name, however the folders overlap."""
    for folder in ("a", "a/b", "b", "c/a"):
        touch(tmp_path / folder / "x.ipynb", tmp_path / folder / "y.zip")
    os.chdir(tmp_path)
    found = find([Path(), Path("a"), Path("c"), tmp_path / "b"])
    assert len({item.name for item in found}) == len(found)
