"""A large class: does it stay flat? ``python -m tests.scale [COUNT] [--assignment NAME]``.

Makes COUNT different submissions of the corpus (right, wrong and hostile answers), grades them with
one job and with two, and then once more with everything known. Prints the seconds per submission of
each tenth of the run, the memory of all its processes, and the ratio of the throughputs: of the
whole runs, and of their median tenths, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.judge.autograder import locate
from pcpt_grade.verify import corpus
from pcpt_grade.verify.notebooks import case_notebook, solved_notebook
from tests.judging import sample
from tests.memory import pss_mib

TENTHS = 10


def contents(assignment: str) -> Iterator[bytes]:
    """Yield submissions for ever: a class is mostly right, often wrong, sometimes hostile."""
    solved = solved_notebook(assignment)
    wrong = itertools.cycle(corpus.load("mutants", assignment))
    right = itertools.cycle(corpus.load("accepted", assignment))
    for number in itertools.count():
        if number % 20 == 19:
            content = sample(assignment, "hostile")
        else:
            content = case_notebook(solved, next(wrong if number % 2 else right))
        notebook = json.loads(content)
        notebook["cells"][0] = {**notebook["cells"][0], "source": f"Submission {number}"}
        yield json.dumps(notebook).encode()


def make(folder: Path, assignment: str, count: int) -> None:
    """Write a class into a folder."""
    folder.mkdir()
    for number, content in zip(range(count), contents(assignment), strict=False):
        (folder / f"{number:05}.ipynb").write_bytes(content)


@dataclass
class Seen:
    """What a run took: altogether, and per submission in each tenth."""

    seconds: float
    each: list[float]
    memory: list[str]


def run(assignment: str, submissions: Path, output: Path, jobs: int) -> Seen:
    """Grade a class and watch."""
    program = "from pcpt_grade.cli import main; main()"
    command = [sys.executable, "-c", program, "grade", str(locate(assignment)), str(submissions),
               "--output", str(output), "--jobs", str(jobs)]  # fmt: skip
    count = len(list(submissions.iterdir()))
    start = last = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = Seen(0.0, [], [])
    while process.poll() is None:
        time.sleep(0.05)
        done = sum(1 for _ in (output / "results").glob("*.json"))
        if done >= (len(seen.each) + 1) * count // TENTHS:
            now = time.perf_counter()
            seen.each.append((now - last) / (count / TENTHS))
            last = now
            try:
                seen.memory.append(f"{pss_mib(process.pid):.0f} MiB")
            except FileNotFoundError:  # the last one: it has just ended
                seen.memory.append("")
    if process.returncode not in (0, 1):
        raise SystemExit(f"the run ended with status {process.returncode}")
    seen.seconds = time.perf_counter() - start
    return seen


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale")
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("--assignment", choices=ASSIGNMENTS, default="custom_losses")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        make(root / "class", given.assignment, given.count)
        runs = []
        for jobs in (1, 2):
            seen = run(given.assignment, root / "class", root / f"{jobs}", jobs)
            runs.append(seen)
            print(f"{given.count} submissions, jobs: {jobs}: {seen.seconds:.0f} s")
            for number, (each, memory) in enumerate(zip(seen.each, seen.memory, strict=True), 1):
                print(f"  tenth {number:2}: {each:.3f} s each   {memory:>8}", flush=True)
        again = run(given.assignment, root / "class", root / "2", 2)
    one, two = runs
    median = statistics.median(one.each) / statistics.median(two.each)
    print(
        f"two jobs do {one.seconds / two.seconds:.2f} times the work of one "
        f"(median tenth: {median:.2f})"
    )
    print(f"again, with everything known: {again.seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
