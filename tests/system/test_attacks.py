"""Hostile submissions: none earns a point it did not compute, none harms its judge.

``tests/attack.py`` says how an attack is written.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import HONEST, notebook

from pcpt_grade.judge.autograder import load
from pcpt_grade.judge.judge import Judge
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.confinement import FIRST_UID
from pcpt_grade.sandbox.launch import refusal
from tests.attack import LIMITS, READ, SECONDS, Attack, make_canaries, snapshot
from tests.passable import make_python_passable

MARGIN = 20.0
"""For a machine that is busy with other things."""


CASES = [
    pytest.param(attack, level, id=f"{attack.name}-{level}")
    for level in ("namespaces", "user")
    for attack in READ
    if level in attack.levels
]


@pytest.fixture(scope="module")
def judges(autograder_zip: Path) -> Iterator[dict[str, Judge]]:
    """Return one judge per level of isolation that this machine offers."""
    if os.getuid() == 0:
        make_python_passable()
    autograder, slot = load(autograder_zip), 500 + slots.claim()
    levels = [level for level in ("namespaces", "user") if not refusal(level)]
    made = {level: Judge(autograder, level, LIMITS, slot) for level in levels}
    for judge in made.values():  # the first submission also pays for imports
        judge.judge(notebook(HONEST.read_text(encoding="utf-8")))
    yield made
    for judge in made.values():
        judge.close()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """Return a folder of files that nobody may touch, readable by everybody who gets there."""
    make_canaries(tmp_path / "canary")
    return tmp_path / "canary"


def parents() -> dict[int, int]:
    """Return the parent of every process of this machine that is not a zombie."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if fields[0] != "Z":
                found[int(entry.name)] = int(fields[1])
    return found


def is_below(pid: int, ancestor: int, parent: dict[int, int]) -> bool:
    """Tell whether a process descends from another."""
    while pid in parent and pid != ancestor:
        pid = parent[pid]
    return pid == ancestor


def processes(judge: Judge) -> set[int]:
    """Return the processes below the judge's zygote, and those of its workers' own user."""
    parent = parents()
    found = {pid for pid in parent if is_below(pid, judge.zygote.process.pid, parent)}
    if os.getuid() == 0:
        uid = FIRST_UID + judge.zygote.slot % slots.COUNT
        for pid in parent:
            try:
                if Path(f"/proc/{pid}").stat().st_uid == uid:
                    found.add(pid)
            except FileNotFoundError:
                continue
    return found


def wait_until_gone(judge: Judge, before: set[int]) -> set[int]:
    """Return the processes that are still there after a generous time."""
    end = time.monotonic() + 15
    while (left := processes(judge) - before) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def verdicts(result: SubmissionResult) -> dict[str, str]:
    """Return the verdict of each question."""
    return {question.name: str(question.verdict) for question in result.questions}


@pytest.mark.parametrize(("attack", "level"), CASES)
def test_attack(attack: Attack, level: str, judges: dict[str, Judge], canary: Path) -> None:
    """The attack gets what it computed, within its time; nothing remains of it."""
    if level not in judges:
        pytest.skip(f"isolation {level} cannot be had here: {refusal(level)}")
    judge, alive, kept = judges[level], processes(judges[level]), snapshot(canary)
    zygote = judge.zygote.process.pid
    source = attack.aimed(canary, os.getpid())

    start = time.monotonic()
    result = judge.judge(notebook(source))
    took = time.monotonic() - start

    assert not result.problem
    assert result.score <= attack.earns
    if level == "namespaces":  # elsewhere a submission can also kill what answers for it
        expected = {**verdicts(result), **attack.verdicts}
        assert (verdicts(result), result.score) == (expected, attack.earns), result.notes
    assert took < SECONDS + MARGIN
    json.loads(result.to_json().encode())
    assert len(result.to_json()) < 200_000
    assert not wait_until_gone(judge, alive)
    assert snapshot(canary) == kept
    after = judge.judge(notebook(HONEST.read_text(encoding="utf-8")))
    assert set(verdicts(after).values()) == {"PASS"}
    assert judge.zygote.process.pid == zygote


def test_there_are_many() -> None:
    """The suite is as large as its promise."""
    assert len(READ) >= 60
