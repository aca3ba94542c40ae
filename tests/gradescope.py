"""A built zip in Gradescope's layout, in containers: the same ``results.json`` as the engine's?

``python -m tests.gradescope [ASSIGNMENT…] [--image NAME]`` does with each submission what
Gradescope does: the zip unpacked into ``/autograder/source``, its ``run_autograder`` beside it,
``setup.sh`` run, then what a student uploaded in ``/autograder/submission`` (zips unpacked), a
``submission_metadata.json``, and ``run_autograder``. Containers have no network. Needs the grading
image, as ``tests/docker.py`` does.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.judge.autograder import locate
from pcpt_grade.outcome import SubmissionResult
from tests.containers import docker, parser
from tests.judging import judge_of, sample

METADATA = {"id": 1, "users": [{"email": "student@example.org", "id": 2, "name": "A Student"}]}
COMMAND = "cd /autograder && bash source/setup.sh && cd / && exec /autograder/run_autograder"
FIRST = next(iter(ASSIGNMENTS))
Files = dict[str, bytes]


@dataclass(frozen=True)
class Upload:
    """What a student uploads, and the same as one file for the engine."""

    name: str
    files: Files
    """What lies in ``/autograder/submission``."""
    content: bytes
    """The notebook or zip that the engine judges."""


def uploads(assignment: str) -> Iterator[Upload]:
    """Yield what is uploaded: a partly right notebook, for the first assignment much more."""
    names = ("partly_right",)
    if assignment == FIRST:
        names = ("partly_right", "right", "untouched", "hostile", "broken")
    for name in names:
        content = sample(assignment, name)
        yield Upload(name, {f"{name}.ipynb": content}, content)
    if assignment == FIRST:
        yield from zipped(sample(assignment, "partly_right"))


def zipped(notebook: bytes) -> Iterator[Upload]:
    """Yield exports, whose notebooks have other names than they: unpacked, as they are, doubled."""
    exported = {"my work.ipynb": notebook, ".OTTER_LOG": b"\x80\x04", "__zip_filename__": b"e.zip"}
    yield Upload("export unpacked", exported, as_zip(exported))
    yield Upload("export as it is", {"export.zip": as_zip(exported)}, as_zip(exported))
    two = {"a.ipynb": notebook, "b.ipynb": notebook}
    yield Upload("two notebooks", two, as_zip(two))


def as_zip(files: Files) -> bytes:
    """Return a zip of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def lay_out(folder: Path, archive: Path, upload: Upload) -> None:
    """Make what Gradescope has below ``/autograder``."""
    for name in ("source", "submission", "results"):
        (folder / name).mkdir()
    with zipfile.ZipFile(archive) as source:
        source.extractall(folder / "source")
    shutil.copy(folder / "source" / "run_autograder", folder)
    (folder / "run_autograder").chmod(0o755)
    (folder / "submission_metadata.json").write_text(json.dumps(METADATA), encoding="utf-8")
    for name, content in upload.files.items():
        (folder / "submission" / name).write_bytes(content)


def gradescope_results(archive: Path, upload: Upload, image: str) -> dict[str, Any]:
    """Return the ``results.json`` that a container writes."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "autograder"
        folder.mkdir()
        lay_out(folder, archive, upload)
        container = docker("create", "--network", "none", image, "bash", "-c", COMMAND)
        try:
            docker("cp", f"{folder}", f"{container}:/")
            docker("start", "--attach", container)
            docker("cp", f"{container}:/autograder/results/results.json", made)
        finally:
            docker("rm", "--force", container)
        results: dict[str, Any] = json.loads((Path(made) / "results.json").read_text("utf-8"))
    return results


def difference(found: dict[str, Any], ours: SubmissionResult) -> str:
    """Return how the two differ, or ''; only a sentence is compared where there is no grade."""
    if ours.problem:
        told = " ".join(str(test.get("output")) for test in found.get("tests", []))
        if found.get("score") == 0 and f"Not graded: {ours.problem}" in told:
            return ""
        return f"says {found}, the engine {ours.problem!r}"
    if found == ours.gradescope:
        return ""
    return "\n".join(_different_parts(found, ours.gradescope)) or "the order of its keys"


def _different_parts(found: dict[str, Any], ours: dict[str, Any]) -> Iterator[str]:
    """Yield the keys of ``results.json`` and the tests in it that are not the same."""
    for key in sorted(found.keys() | ours.keys()):
        left, right = found.get(key), ours.get(key)
        if key != "tests" and left != right:
            yield f"{key}: {left!r}, the engine {right!r}"
    for number, pair in enumerate(zip(found["tests"], ours["tests"], strict=False)):
        if pair[0] != pair[1]:
            yield f"test {number}: {pair[0]}, the engine {pair[1]}"
    if len(found["tests"]) != len(ours["tests"]):
        yield f"{len(found['tests'])} tests, the engine {len(ours['tests'])}"


def compare(assignment: str, upload: Upload, theirs: Future[dict[str, Any]]) -> str:
    """Print what came of an upload in both ways; return how it differs, or ''."""
    with judge_of(assignment) as judge:
        ours = judge.judge(upload.content)
    try:
        told = difference(theirs.result(), ours)
    except RuntimeError as error:
        told = str(error)
    points = ours.problem or f"{ours.score:g} of {ours.possible:g} points"
    print(f"{assignment}: {upload.name}: {points}: {told or 'the same'}", flush=True)
    return told


def main() -> int:
    """Compare and print; return the exit status."""
    options = parser("tests.gradescope")
    options.add_argument("assignments", nargs="*", default=list(ASSIGNMENTS))
    given = options.parse_args()
    cases = [(name, upload) for name in given.assignments for upload in uploads(name)]
    with ThreadPoolExecutor(given.containers) as executor:
        started = [
            executor.submit(gradescope_results, locate(name), upload, given.image)
            for name, upload in cases
        ]
        told = [compare(*case, theirs) for case, theirs in zip(cases, started, strict=True)]
    count = sum(map(bool, told))
    print(f"Gradescope's layout: {len(cases)} submissions, {count} differences")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
