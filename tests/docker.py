"""Samples and attacks under ``otter grade``, in containers, and in the engine: the same grades?

``python -m tests.docker [ASSIGNMENT…] [--image NAME] [--containers N]`` compares the points of
every question and the status of every submission in both ``final_grades.csv``, then the same for
exports (``--ext zip``). Needs a Docker engine and the grading image (``make image``);
``.ci/docker`` provides both.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.judge.autograder import locate
from tests.attack import named
from tests.containers import parser
from tests.gradescope import zipped
from tests.judging import sample
from tests.system.classroom import notebook

SAMPLES = Path(__file__).parent / "samples"
BIN = Path(sys.executable).parent
DANGEROUS = ("kills_everybody", "patch_results")
"""Attacks handed in with the first assignment: on a container's processes and on its results."""
Grades = dict[str, dict[str, str]]


def read_grades(path: Path) -> Grades:
    """Return the rows of a ``final_grades.csv`` by file; none if it was not written."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row.pop("file"): row for row in csv.DictReader(file)}


def differences(otter: Grades, ours: Grades) -> list[str]:
    """Return a sentence for every row, column or value that is not the same."""
    found = [f"{name}: only in one of them" for name in sorted(otter.keys() ^ ours.keys())]
    for name in sorted(otter.keys() & ours.keys()):
        left, right = otter[name], ours[name]
        found += [
            f"{name}: {column}: otter {left.get(column)}, isolated {right.get(column)}"
            for column in sorted(left.keys() | right.keys())
            if not _same(column, left.get(column), right.get(column))
        ]
    return found


def _same(column: str, otter: str | None, ours: str | None) -> bool:
    if otter is None or ours is None:
        return False
    if column == "grading_status":
        return otter == ours
    # we round percentages to four places
    return abs(float(otter) - float(ours)) <= (1e-4 if column == "percent_correct" else 1e-9)


def make_class(assignment: str, folder: Path) -> None:
    """Put what is handed in for an assignment into a folder."""
    folder.mkdir()
    for path in (SAMPLES / assignment).glob("*.ipynb"):
        shutil.copy(path, folder)
    for name in DANGEROUS if assignment == next(iter(ASSIGNMENTS)) else ():
        aimed = named(name).aimed("/autograder/results", 1)
        (folder / f"{name}.ipynb").write_bytes(notebook(aimed))


def make_zips(assignment: str, folder: Path) -> None:
    """Put exports into a folder: of a notebook with another name, and of two notebooks."""
    folder.mkdir()
    for upload in zipped(sample(assignment, "partly_right")):
        (folder / f"{upload.name}.zip").write_bytes(upload.content)


def otter_grades(
    assignment: str, submissions: Path, image: str, containers: int, output: Path
) -> Grades:
    """Grade a class with ``otter grade``, without network.

    Args:
        assignment: Its name, or the path of an autograder's zip.
        submissions: The folder of what was handed in, all notebooks or all zips.
        image: The grading image.
        containers: How many to run at a time.
        output: An existing folder for the grades.
    """
    archive = locate(assignment)
    name = f"{archive.stem}-{os.getpid()}"  # otter's image of another run has another name
    (kind,) = {path.suffix.removeprefix(".") for path in submissions.iterdir()}
    options = ["-n", name, "-a", str(archive), "--image", image, "--ext", kind]
    options += ["--containers", str(containers), "--no-network", "-o", str(output)]
    run([str(BIN / "otter"), "grade", *options, str(submissions)], {0})
    run(["docker", "image", "rm", "--force", f"otter-grade:{name}"], {0})
    return read_grades(output / "final_grades.csv")


def engine_grades(assignment: str, submissions: Path, output: Path) -> Grades:
    """Grade a class in the isolated engine; the broken notebook makes its status 1."""
    command = [str(BIN / "pcpt-grade"), "grade", assignment, str(submissions)]
    run([*command, "--output", str(output), "--fresh"], {0, 1})
    return read_grades(output / "final_grades.csv")


def run(command: Sequence[str], expected: set[int]) -> None:
    """Run a command; show what it printed if it ends with a status that was not expected."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode not in expected:
        print(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stdout[-4000:]}")


def compare(
    assignment: str, image: str, containers: int, make: Callable[[str, Path], None] = make_class
) -> list[str]:
    """Grade both ways, print how long it took, and return every difference."""
    with tempfile.TemporaryDirectory() as folder:
        submissions = Path(folder) / "submissions"
        make(assignment, submissions)
        ours = engine_grades(assignment, submissions, Path(folder) / "ours")
        output = Path(folder) / "otter"
        output.mkdir()
        start = time.monotonic()
        otter = otter_grades(assignment, submissions, image, containers, output)
        seconds = time.monotonic() - start
    found = differences(otter, ours)
    if not otter or not ours:
        found.append("no grades")
    print(f"{assignment}: {len(otter) - 1} submissions, otter grade {seconds:.0f} s,", end=" ")
    print(f"{len(found)} differences", flush=True)
    return [f"{assignment}: {each}" for each in found]


def main() -> int:
    """Compare and print; return the exit status."""
    options = parser("tests.docker")
    options.add_argument("assignments", nargs="*", default=list(ASSIGNMENTS))
    given = options.parse_args()
    found = []
    for assignment in given.assignments:
        found += compare(assignment, given.image, given.containers)
    found += compare(given.assignments[0], given.image, given.containers, make_zips)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
