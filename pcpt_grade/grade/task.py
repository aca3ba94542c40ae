"""The unit of work of every executor: one submission's bytes in, one result out."""

from __future__ import annotations

import atexit
import socket
from dataclasses import dataclass

from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.judge.judge import Judge
from pcpt_grade.outcome import SubmissionResult
from pcpt_grade.sandbox import kernel, slots
from pcpt_grade.sandbox.limits import Limits


@dataclass(frozen=True)
class Task:
    """A submission to judge; carries everything, so that it can run on any machine."""

    autograder: Autograder
    isolation: str
    limits: Limits
    content: bytes
    questions: tuple[str, ...] = ()
    """The questions to judge; all of them by default."""

    def run(self) -> SubmissionResult:
        """Judge it with this process's judge, which is kept for the next task."""
        judge = _judge(self.autograder, self.isolation, self.limits)
        return judge.judge(self.content, self.questions)


_shared: dict[str, socket.socket] = {}


def share(isolation: str, zygote: socket.socket) -> None:
    """Let the judges of this process fork their workers from a zygote that others use, too."""
    kernel.die_with_parent()
    _shared[isolation] = zygote


_kept: dict[tuple[str, str, Limits], Judge] = {}


def _judge(autograder: Autograder, isolation: str, limits: Limits) -> Judge:
    key = (autograder.digest, isolation, limits)
    if key not in _kept:
        for judge in _kept.values():
            judge.close()
        _kept.clear()
        slot = slots.claim()
        slots.pin(slot)
        _kept[key] = Judge(autograder, isolation, limits, slot, _shared.get(isolation))
    return _kept[key]


@atexit.register
def _close() -> None:
    for judge in _kept.values():
        judge.close()
