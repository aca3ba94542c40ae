"""Reading submissions: every notebook that students hand in, and nothing that is none."""

from __future__ import annotations

import base64
import io
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v4

from pcpt_grade import notebook
from pcpt_grade.errors import SubmissionError
from pcpt_grade.notebook import Cell, digest, parse, read_bytes


def book(*sources: str, **metadata: Any) -> dict[str, Any]:
    """Return a notebook with these code cells."""
    cells = [v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    made: dict[str, Any] = v4.new_notebook(cells=cells, metadata=metadata)
    return made


def dump(made: Any) -> bytes:
    """Return a notebook as a file's content."""
    return json.dumps(made).encode()


def zipped(files: dict[str, Any]) -> bytes:
    """Return a zip of these files."""
    text = io.BytesIO()
    with zipfile.ZipFile(text, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return text.getvalue()


def zipped_as(name: str, mode: int = 0o644) -> bytes:
    """Return a zip with a notebook and an entry of this name and mode."""
    text = io.BytesIO()
    with zipfile.ZipFile(text, "w") as archive:
        archive.writestr("a.ipynb", dump(book("1")))
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        archive.writestr(entry, "content")
    return text.getvalue()


def test_cells() -> None:
    """Code cells are taken in their order, with the checks that their metadata name."""
    made = book("a = 1", "b = 2", "c = 3", "d = 4")
    made["cells"].insert(1, v4.new_markdown_cell("text", id="m"))
    made["cells"].insert(1, v4.new_raw_cell("raw", id="r"))
    made["cells"][0]["metadata"]["otter"] = {"tests": ["q1", "q2"]}
    made["cells"][4]["metadata"]["tags"] = ["otter_ignore"]
    made["cells"][5]["metadata"]["otter"] = {"ignore": True}
    cells = parse(dump(made)).cells
    assert cells == (Cell("a = 1", ("q1", "q2")), Cell("b = 2", ()))


@pytest.mark.filterwarnings("ignore")  # nbformat's, about the missing ids
def test_older_formats() -> None:
    """Notebooks of formats 3 and 4.0 are read; so is a byte order mark, and sources as lists."""
    third = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [
        {"cells": [{"cell_type": "code", "input": "x = 1", "language": "python", "outputs": []}]}
    ]}  # fmt: skip
    fourth = {"nbformat": 4, "nbformat_minor": 0, "metadata": {}, "cells": [
        {"cell_type": "code", "source": ["x = 1\n", "y = 2"], "metadata": {}, "outputs": [],
         "execution_count": None}
    ]}  # fmt: skip
    assert parse(dump(third)).cells[0].source == "x = 1"
    assert parse(b"\xef\xbb\xbf" + dump(fourth)).cells[0].source == "x = 1\ny = 2"


def test_assignment() -> None:
    """The assignment's name is the one that otter wrote into the metadata."""
    assert parse(dump(book("1", otter={"assignment_name": "broadcasting"}))).assignment == (
        "broadcasting"
    )
    assert parse(dump(book("1"))).assignment is None
    assert parse(dump(book("1", otter="odd"))).assignment is None


@pytest.mark.parametrize("language", ["python", "Python 3", "ipython", None])
def test_python(language: str | None) -> None:
    """Python is Python under any of its names; no name is Python, too."""
    metadata = {"language_info": {"name": language}} if language else {}
    assert len(parse(dump(book("1", **metadata))).cells) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"%PDF-1.7", "not valid JSON"),
        (dump(book("1"))[:-30], "cut short"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[]", "no cells"),
        (b"3", "no cells"),
        (b"{}", "no cells"),
        (b'{"cells": 3}', "malformed"),
        (b'{"cells": [], "nbformat": "x"}', "malformed"),
        (b'{"cells": [], "nbformat": 99}', "malformed"),
        (b'{"cells": [{}], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "malformed"),
        (b'{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": [1]}', "malformed"),
        (dump(book("1", language_info={"name": "R"})), "written in R"),
        (dump(book("1", kernelspec={"language": "julia", "name": "", "display_name": ""})),
         "written in julia"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore")  # nbformat's
def test_what_is_no_notebook(content: bytes, reason: str) -> None:
    """The sentence says what is wrong."""
    with pytest.raises(SubmissionError, match=reason):
        parse(content)


@given(st.binary(max_size=300))
@pytest.mark.filterwarnings("ignore")
def test_any_bytes(content: bytes) -> None:
    """Bytes are refused with our own exception only."""
    with pytest.raises(SubmissionError):
        parse(content)


@given(data=st.data())
@pytest.mark.filterwarnings("ignore")
def test_mutated_notebooks(data: Any, mutate: Any) -> None:
    """A notebook with anything in any place is read or refused."""
    metadata = {"otter": {"assignment_name": "x"}, "language_info": {"name": "python"}}
    made = json.loads(dump(book("a", "b", **metadata)))
    made["cells"][0]["metadata"] = {"otter": {"tests": ["q"]}, "tags": ["t"]}
    try:
        submission = parse(dump(mutate(data.draw, made)))
    except SubmissionError:
        return
    assert all(isinstance(cell.source, str) for cell in submission.cells)


def test_zip() -> None:
    """A zip's notebook is taken from any folder; what lies beside it comes along."""
    content = zipped(
        {
            "hand/in.ipynb": dump(book("x")),
            "data/a.csv": "1,2",
            "__MACOSX/hand/in.ipynb": "junk",
            "hand/._in.ipynb": "junk",
            ".ipynb_checkpoints/in-checkpoint.ipynb": "junk",
        }
    )
    submission = parse(content)
    assert [cell.source for cell in submission.cells] == ["x"]
    assert set(submission.files) == {"data/a.csv"}
    assert base64.b64decode(submission.files["data/a.csv"]) == b"1,2"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped({}), "exactly one notebook"),
        (zipped({"a.txt": "1"}), "holds 0"),
        (zipped({"a.ipynb": "1", "b.ipynb": "2"}), "holds 2"),
        (zipped({"a.ipynb": "1"})[:-10], "cannot be read"),
        (zipped_as("../b.txt"), "outside"),
        (zipped_as("/etc/b.txt"), "outside"),
        (zipped_as("x/../../b.txt"), "outside"),
        (zipped_as("a\\..\\b.txt"), "outside"),
        (zipped_as("link", stat.S_IFLNK | 0o777), "link"),
        (b"PK\x03\x04" + b"\0" * 100, "cannot be read"),
    ],
)
def test_bad_zips(content: bytes, reason: str) -> None:
    """Zips without a notebook, broken ones, and ones that reach outside are refused."""
    with pytest.raises(SubmissionError, match=reason):
        parse(content)


@pytest.mark.parametrize("name", [".", "./", "a/", "\0", "a.ipynb/b", "x" * 5000])
@pytest.mark.filterwarnings("ignore")  # zipfile's
def test_odd_names_in_zips(name: str) -> None:
    """Odd entries are taken, passed over or refused."""
    try:
        submission = parse(zipped_as(name))
    except SubmissionError:
        return
    assert len(submission.cells) == 1


@given(st.data())
@pytest.mark.filterwarnings("ignore")
def test_mutated_zips(data: st.DataObject) -> None:
    """A zip with changed bytes is read or refused."""
    content = bytearray(zipped({"a.ipynb": dump(book("x" * 50)), "b.txt": "text" * 20}))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(bytes(content))
    except SubmissionError:
        return


def test_zip_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits hold for what comes out of a zip, whatever its table of contents says."""
    honest = zipped({"a.ipynb": dump(book("1")), "b.txt": "0" * 5000})
    monkeypatch.setattr(notebook, "MAX_FILE", 4000)
    with pytest.raises(SubmissionError, match="holds more than"):
        parse(honest)
    lying = honest.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(SubmissionError, match=r"cannot be read|beyond every limit"):
        parse(lying)
    monkeypatch.setattr(notebook, "MAX_ENTRIES", 1)
    with pytest.raises(SubmissionError, match="more than 1 files"):
        parse(honest)


def test_read_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Regular files of a sane size are read; folders, pipes and links are not waited for."""
    file = tmp_path / "a.ipynb"
    file.write_bytes(b"content")
    assert read_bytes(file) == b"content"
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("pipe", "link", "absent", "."):
        with pytest.raises(SubmissionError):
            read_bytes(tmp_path / name)
    monkeypatch.setattr(notebook, "MAX_FILE", 3)
    with pytest.raises(SubmissionError, match="clear the outputs"):
        read_bytes(file)


def test_digest() -> None:
    """A submission is named by the SHA-256 of its bytes."""
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(b"a") != digest(b"b")
