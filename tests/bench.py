"""Ours against ``otter run`` and against the bare limit, on the same submissions in the same run.

``python -m tests.bench [ASSIGNMENT] [--rounds N] [--otter N]``

- *otter*: ``otter run`` without the plugin, in a fresh process per submission, as a grader does;
- *ours*: the isolated engine with one worker, warm, judge and sandbox on one core;
- *bare*: the same cells and the same test files in a fork of a warm interpreter, no isolation.
"""

from __future__ import annotations

import argparse
import base64
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pcpt_grade.grade.pool import LocalExecutor
from pcpt_grade.grade.task import Task
from pcpt_grade.judge.autograder import Autograder, load, locate
from pcpt_grade.judge.judge import Judge
from pcpt_grade.notebook import Cell, parse
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.worker import otter_stand_in, preload
from pcpt_grade.worker.cells import Cells
from tests.judging import sample
from tests.memory import pss_mib
from tests.stock_otter import kernel_zip


def submissions(assignment: str) -> dict[str, bytes]:
    """Return the gradable sample submissions of an assignment."""
    return {name: sample(assignment, name) for name in ("right", "partly_right", "untouched")}


def time_otter(content: bytes, archive: Path) -> float:
    """Return the seconds that ``otter run`` takes for a submission."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "submission.ipynb").write_bytes(content)
        command = [str(Path(sys.executable).with_name("otter")), "run", "-a", str(archive),
                   "submission.ipynb"]  # fmt: skip
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - start


class Bare:
    """The same cells and test files in forks of this warm process."""

    def __init__(self, autograder: Autograder):
        self.autograder = autograder
        self.shell = preload.shell()
        self.cells = Cells(self.shell)
        preload.warm_up()

    def time(self, content: bytes) -> float:
        """Return the seconds for a submission."""
        submission = parse(content)
        start = time.perf_counter()
        pid = os.fork()
        if pid == 0:
            self._run(submission.cells)
        _, status = os.waitpid(pid, 0)
        if status:
            raise RuntimeError("the bare run failed")
        return time.perf_counter() - start

    def _run(self, cells: Sequence[Cell]) -> None:
        null = os.open("/dev/null", os.O_RDWR)
        for number in (1, 2):
            os.dup2(null, number)
        os.chdir(tempfile.mkdtemp())
        sys.path.append(os.getcwd())
        for name, content in self.autograder.files.items():
            Path(name).write_bytes(base64.b64decode(content))
        checked: list[str] = []

        def check(question: str) -> None:
            if question in self.autograder.tests:
                checked.append(question)
                self.autograder.test_file(question).run(self.shell.user_ns)

        otter_stand_in.install(check)
        for cell in cells:
            self.cells.run(cell.source)
        for question in self.autograder.tests:
            if question not in checked:
                check(question)
        os._exit(0)


def settled_mib(pid: int) -> float:
    """Return the memory of a process and all below it, once what just ended is gone."""
    last, now = 0.0, pss_mib(pid)
    while abs(now - last) > 1:  # a dying fork has its part of what it shares
        last, now = now, pss_mib(pid)
    return now


def worker_mib(autograder: Autograder, content: bytes) -> float:
    """Return the memory that a second job takes on top of a first one: judge and sandbox."""
    isolation, own = choose_isolation("auto"), pss_mib(os.getpid())
    used = []
    for jobs in (1, 2):
        with LocalExecutor(jobs, isolation) as executor:
            task = Task(autograder, isolation, Limits(), content)
            for future in [executor.submit(task.run) for _ in range(6 * jobs)]:
                future.result()
            used.append(settled_mib(os.getpid()) - own)
    return used[1] - used[0]


def spread(values: Sequence[float]) -> str:
    """Return median, least and largest of some numbers."""
    return f"{statistics.median(values):.3f} s ({min(values):.3f} to {max(values):.3f})"


def measure(timed: Callable[[], float], rounds: int) -> list[float]:
    """Return the seconds of each round."""
    return [timed() for _ in range(rounds)]


def ratios(stock: float, ours: float, bare: float) -> str:
    """Return how the seconds of the three compare."""
    return f"{stock / ours:.1f} x otter run; {ours / bare:.2f} x bare; bare + {ours - bare:.3f} s"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("assignment", nargs="?", default="custom_losses")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--otter", type=int, default=2, help="rounds of otter run")
    given = parser.parse_args()
    archive = kernel_zip(given.assignment)
    autograder = load(locate(given.assignment))
    slots.pin(0)  # as in a grading run; the bare limit gets the same processor
    judge = Judge(autograder, choose_isolation("auto"))
    bare = Bare(autograder)

    def judged(content: bytes) -> float:
        start = time.perf_counter()
        judge.judge(content)
        return time.perf_counter() - start

    print(f"{given.assignment}: seconds per submission, median (least to largest)")
    totals = []
    for name, content in submissions(given.assignment).items():
        judged(content), bare.time(content)  # hypothesis draws its examples once
        ours, limit = [], []
        for _ in range(given.rounds):  # taken in turn, so that both meet the same machine
            ours.append(judged(content))
            limit.append(bare.time(content))
        stock = measure(lambda content=content: time_otter(content, archive), given.otter)
        medians = [statistics.median(values) for values in (stock, ours, limit)]
        totals.append(medians)
        print(f"{name:>14}  otter run {spread(stock)}")
        print(f"{'':>14}  ours      {spread(ours)}")
        print(f"{'':>14}  bare      {spread(limit)}")
        print(f"{'':>14}  {ratios(*medians)}")
    print(f"{'a class of all':>14}  {ratios(*map(statistics.mean, zip(*totals, strict=True)))}")
    judge.close()
    right = submissions(given.assignment)["right"]
    print(f"memory of a further worker, judge included: {worker_mib(autograder, right):.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
