"""Every check on every answer of the corpus, here and through a worker: the same outcome?

``python -m tests.faithful [ASSIGNMENT…] [--every K]`` runs the test files of each case's question
in this process's fork, as otter would, and against stand-ins whose functions run in another
process; verdicts and messages have to be equal. No sandbox and no kernel, so all of the corpus
takes minutes.
"""

from __future__ import annotations

import argparse
import os
import pickle
import signal
import socket
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import torch

from pcpt_grade.catalog import ASSIGNMENTS
from pcpt_grade.checks import questions
from pcpt_grade.judge.autograder import Autograder, load, locate
from pcpt_grade.judge.judge import judge_question
from pcpt_grade.judge.session import Session
from pcpt_grade.judge.verdicts import RecordingTestFile
from pcpt_grade.notebook import parse
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.verify import corpus
from pcpt_grade.verify.notebooks import (
    case_notebook,
    solved_notebook,
    with_answers,
    without_checks,
)
from pcpt_grade.wire.frames import Channel
from pcpt_grade.worker import preload
from pcpt_grade.worker.cells import Cells
from pcpt_grade.worker.service import Service

Outcome = list[tuple[str, bool, str]]
"""Name, success and message of each check."""


@dataclass(frozen=True)
class Answer:
    """A notebook with one answer, and the question that it is about."""

    label: str
    question: str
    content: bytes


def answers(assignment: str, every: int) -> Iterator[Answer]:
    """Yield the reference's answer to each question, then every K-th case of the corpus."""
    solved = without_checks(solved_notebook(assignment))
    whole = with_answers(solved, {})
    for question in questions(assignment):
        yield Answer(f"{assignment}/{question}/reference", question, whole)
    cases = corpus.load_all(assignment)
    for case in cases[::every]:
        label = f"{assignment}/{case.question}/{case.slug}"
        yield Answer(label, case.question, case_notebook(solved, case))


def here(autograder: Autograder, answer: Answer) -> Outcome:
    """Return what comes of the checks where test files and functions share a process."""
    reader, writer = os.pipe()
    pid = _fork(lambda: os.write(writer, pickle.dumps(_outcome_here(autograder, answer))))
    os.close(writer)
    with open(reader, "rb") as file:
        content = file.read()
    os.waitpid(pid, 0)
    outcome: Outcome = pickle.loads(content)
    return outcome


def _outcome_here(autograder: Autograder, answer: Answer) -> Outcome:
    namespace = execute(answer.content)
    outcome = []
    for case in autograder.test_file(answer.question).test_cases:
        single = RecordingTestFile(answer.question, f"./tests/{answer.question}.py", [case])
        single.source = autograder.tests[answer.question]
        single.run(namespace)
        [result] = single.test_case_results
        message = "" if result.passed else str(result.message)
        outcome.append((case.body.test_func.__name__, bool(result.passed), message))
    return outcome


def elsewhere(autograder: Autograder, answer: Answer) -> Outcome:
    """Return what comes of the checks where the functions run in another process."""
    ours, theirs = socket.socketpair()
    pid = _fork(lambda: Service(Channel(theirs), execute(answer.content)).run())
    theirs.close()
    session = Session(ours, Limits(question_seconds=120))
    try:
        _, question = judge_question(autograder, answer.question, session)
    finally:
        session.close()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return [(f"test_{c.name}", c.verdict == "PASS", c.message) for c in question.checks]


def execute(content: bytes) -> dict[str, Any]:
    """Run a notebook's cells, but for those that call otter, and return its names."""
    shell = preload.shell()
    cells = Cells(shell)
    for cell in parse(content).cells:
        if "otter" not in cell.source:
            cells.run(cell.source)
    names: dict[str, Any] = shell.user_ns
    return names


def _fork(run: Callable[[], Any]) -> int:
    pid = os.fork()
    if pid:
        return pid
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what answers print is none of ours
    try:
        run()
    finally:
        os._exit(0)


def differences(assignment: str, every: int) -> tuple[int, list[str]]:
    """Return how many answers were compared, and a sentence for each that differs."""
    autograder, found, count = load(locate(assignment)), [], 0
    for answer in answers(assignment, every):
        count += 1
        local, remote = here(autograder, answer), elsewhere(autograder, answer)
        found += [
            f"{answer.label}: here {mine}, elsewhere {theirs}"
            for mine, theirs in zip(local, remote, strict=True)
            if mine != theirs
        ]
    return count, found


def main() -> int:
    """Compare and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.faithful")
    parser.add_argument("assignments", nargs="*", default=list(ASSIGNMENTS))
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(1)  # or it could not fork
    warnings.simplefilter("ignore")
    failed = 0
    for assignment in given.assignments:
        count, found = differences(assignment, given.every)
        print(*found, f"{assignment}: {count} answers, {len(found)} differences", sep="\n")
        failed += len(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
