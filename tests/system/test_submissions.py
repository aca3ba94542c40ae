"""Bad input: every story gets its row and one clear sentence, and the run goes on.

Each folder of ``tests/submissions`` is a story. ``expected.json`` says what comes of it:

``story``
    what happened, in a sentence
``exit_status``
    what the command would end with if there were only this story
``rows``
    name in ``final_grades.csv`` → ``score``, or ``problem``: words of the sentence

The other files are the submissions, but for ``story.json``: it describes files that cannot lie in
a repository (links, pipes, zips, odd names), by their names. All stories are graded in one run of
the command line.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from classroom import HONEST, notebook

STORIES = Path(__file__).resolve().parent.parent / "submissions"
NAMES = sorted(path.name for path in STORIES.iterdir() if path.is_dir())
LIMITS = ("--limit", "cell_seconds=2", "--limit", "question_seconds=3",
          "--limit", "submission_seconds=20", "--limit", "memory_mib=512")  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What came of the run: exit status, what was printed, the rows of the CSV by name."""

    status: int
    stdout: str
    stderr: str
    rows: dict[str, dict[str, str]]
    results: list[dict[str, Any]]


def expected(story: str) -> Any:
    """Return what has to come of a story."""
    return json.loads((STORIES / story / "expected.json").read_text(encoding="utf-8"))


def make(path: Path, spec: dict[str, Any]) -> None:
    """Make a file of ``story.json``."""
    if "folder" in spec:
        path = path.parent / spec["folder"] / path.name
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in spec:
        path.symlink_to(spec["link"])
    elif "fifo" in spec:
        os.mkfifo(path)
    elif "socket" in spec:
        make_socket(path)
    elif "device" in spec:
        make_device(path)
    elif "hole" in spec:
        with path.open("wb") as file:
            file.truncate(spec["hole"])
    else:
        path.write_bytes(content(spec))


def make_socket(path: Path) -> None:
    """Leave a socket in the file system; its address may be shorter than the path."""
    folder = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


def make_device(path: Path) -> None:
    """Make a device of endless zeros, or a pipe where only root may make devices."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        os.mkfifo(path)


def content(spec: dict[str, Any]) -> bytes:
    """Return the bytes that a description stands for."""
    if "honest" in spec:
        return notebook(HONEST.read_text(encoding="utf-8"))
    if "text" in spec:
        return str(spec["text"]).encode()
    if "hex" in spec:
        return bytes.fromhex(spec["hex"])
    if "zeros" in spec:
        return bytes(spec["zeros"])
    return zipped(spec) if "zip" in spec else written(spec)


def written(spec: dict[str, Any]) -> bytes:
    """Return a notebook of the given cells, perhaps with many, long or talkative ones."""
    cells = spec["cells"] * 1
    cells += cells[-1:] * spec.get("copies", 0)
    cells[-1] += " " * spec.get("stretch", 0)
    made = json.loads(notebook("# %%\n".join(f"{cell}\n" for cell in cells)))
    if "output" in spec:
        text = "x" * spec["output"]
        made["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": text}]
    return json.dumps(made).encode()


def zipped(spec: dict[str, Any]) -> bytes:
    """Return a zip of the described entries, perhaps damaged."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, entry in spec["zip"].items():
            info = zipfile.ZipInfo(name, (2025, 11, 22, 10, 0, 0))
            info.external_attr = entry.get("mode", stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content(entry), zipfile.ZIP_DEFLATED)
        for number in range(spec.get("fill", 0)):
            archive.writestr(f"{number}.txt", "")
    made = bytearray(buffer.getvalue())
    if any("encrypted" in entry for entry in spec["zip"].values()):
        for place in re.finditer(b"PK\x03\x04|PK\x01\x02", bytes(made)):
            made[place.end() + (2 if place.group() == b"PK\x03\x04" else 4)] |= 1
    if "damage" in spec:
        made[spec["damage"]] ^= 0xFF
    if "replace" in spec:
        old, new = map(bytes.fromhex, spec["replace"])
        made = made.replace(old, new)
    return bytes(made[: len(made) - spec.get("cut", 0)])


def lay_out(folder: Path) -> None:
    """Put all stories into a folder, one folder each."""
    for story in NAMES:
        shutil.copytree(
            STORIES / story,
            folder / story,
            ignore=shutil.ignore_patterns("expected.json", "story.json"),
        )
    for story in NAMES:
        described = STORIES / story / "story.json"
        if described.is_file():
            for name, spec in json.loads(described.read_text(encoding="utf-8")).items():
                make(folder / story / name, spec)


@pytest.fixture(scope="module")
def outcome(autograder_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Grade all stories in one run."""
    folder, output = tmp_path_factory.mktemp("stories"), tmp_path_factory.mktemp("output")
    lay_out(folder)
    program = "from pcpt_grade.cli import main; main()"
    command = [sys.executable, "-c", program, "grade", str(autograder_zip), str(folder)]
    done = subprocess.run(
        [*command, "--output", str(output), "--jobs", "2", *LIMITS],
        capture_output=True,
        timeout=280,
        check=False,
        env={**os.environ, "COLUMNS": "1000"},
    )
    graded = output / "final_grades.csv"
    text = graded.read_text(encoding="utf-8") if graded.is_file() else ""
    rows = {row["file"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    rows.pop("points-per-question", None)
    results = [json.loads(path.read_text(encoding="utf-8")) for path in output.rglob("*.json")]
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode(), rows, results)


def test_run_ends_as_it_should(outcome: Outcome) -> None:
    """The exit status is that of the worst story, and nobody sees a traceback."""
    assert "Traceback" not in outcome.stderr + outcome.stdout, outcome.stderr[-3000:]
    assert outcome.status == max(expected(story)["exit_status"] for story in NAMES)


def test_every_submission_has_one_row(outcome: Outcome) -> None:
    """The CSV holds the expected rows and no others, and each has its ``results.json``."""
    rows = [row for story in NAMES for row in expected(story)["rows"]]
    assert sorted(outcome.rows) == sorted(rows)
    assert len(outcome.results) == len(rows)


@pytest.mark.parametrize("story", NAMES)
def test_story(story: str, outcome: Outcome) -> None:
    """Each submission of the story has the score, or the sentence, that it should."""
    for name, wanted in expected(story)["rows"].items():
        row = outcome.rows[name]
        if "score" in wanted:
            assert row["grading_status"] == "Completed"
            assert float(row["total_points_earned"]) == wanted["score"]
        else:
            sentence = row["grading_status"].removeprefix("Not graded: ")
            assert sentence != row["grading_status"]
            assert all(word in sentence for word in wanted["problem"]), sentence
            assert len(sentence) < 300
            assert sentence.isprintable()


def test_there_are_many() -> None:
    """The suite is as large as its promise, and every story has a reason."""
    assert len(NAMES) >= 50
    assert all(expected(story)["story"] for story in NAMES)
