"""Reading autograder archives."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from toys import doubles

from pcpt_grade.errors import AuthorError
from pcpt_grade.judge import autograder as module
from pcpt_grade.judge.autograder import load, locate

CONFIG = json.dumps({"lang": "python", "show_hidden": True})


def archive(path: Path, files: dict[str, Any]) -> Path:
    """Write an archive of these files."""
    with zipfile.ZipFile(path, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def test_load(tmp_path: Path) -> None:
    """Tests come in the order of their files; what is below ``files/`` lies beside the notebook."""
    path = archive(
        tmp_path / "toy.zip",
        {
            "otter_config.json": CONFIG,
            "tests/g.py": doubles("g"),
            "tests/f.py": doubles("f"),
            "files/": "",
            "files/data/a.csv": "1,2",
            "setup.sh": "true",
        },
    )
    made = load(path)
    assert made.name == "toy"
    assert list(made.tests) == ["f", "g"]
    assert {name: base64.b64decode(text) for name, text in made.files.items()} == {
        "data/a.csv": b"1,2"
    }
    assert made.otter_config().show_hidden
    assert made.test_file("f").possible == 1
    assert made.test_file("f") is not made.test_file("f")


def test_the_digest_is_that_of_the_archive(tmp_path: Path) -> None:
    """Another archive has another digest; the assignment's name may stand in it."""
    files = {"otter_config.json": CONFIG, "tests/f.py": doubles("f")}
    one = load(archive(tmp_path / "one.zip", files))
    stamp = json.dumps({"assignment": "broadcasting"})
    two = load(archive(tmp_path / "two.zip", files | {"stamp.json": stamp}))
    assert one.digest != two.digest
    assert two.name == "broadcasting"


def test_checks_of_another_version(tmp_path: Path) -> None:
    """An archive that carries other checks than those installed is refused."""
    files = {"otter_config.json": CONFIG, "tests/f.py": doubles("f")}
    own = (module.PACKAGE / "outcome.py").read_bytes()
    same = archive(tmp_path / "same.zip", files | {"files/pcpt_grade/outcome.py": own})
    assert load(same).files == {}
    for name, content in (("outcome.py", own + b"\n"), ("no_such.py", b"")):
        other = archive(tmp_path / "other.zip", files | {f"files/pcpt_grade/{name}": content})
        with pytest.raises(AuthorError, match="built with another"):
            load(other)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"tests/f.py": ""},
        {"otter_config.json": "{", "tests/f.py": ""},
        {"otter_config.json": "{}"},
    ],
)
def test_what_is_no_autograder(files: dict[str, str], tmp_path: Path) -> None:
    """Archives without configuration or tests are the author's fault."""
    with pytest.raises(AuthorError):
        load(archive(tmp_path / "bad.zip", files))


def test_no_archive(tmp_path: Path) -> None:
    """So are files that are no archives, and names that mean nothing."""
    (tmp_path / "text.zip").write_text("text", encoding="utf-8")
    with pytest.raises(AuthorError, match="not an autograder"):
        load(tmp_path / "text.zip")
    with pytest.raises(AuthorError, match="no autograder"):
        locate(str(tmp_path / "absent.zip"))
    with pytest.raises(AuthorError, match="neither"):
        locate("homework")
    assert locate(str(tmp_path / "text.zip")) == tmp_path / "text.zip"


def test_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An assignment's name means its built archive."""
    monkeypatch.setattr(module, "REPOSITORY", tmp_path)
    with pytest.raises(AuthorError, match="pcpt-grade build broadcasting"):
        locate("broadcasting")
    built = tmp_path / "autograder" / "dist" / "broadcasting.zip"
    built.parent.mkdir(parents=True)
    built.touch()
    assert locate("broadcasting") == built
