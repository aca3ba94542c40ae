"""The unit of work of every executor: one submission's bytes in, one result out."""

from __future__ import annotations

import atexit
import signal
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pcpt_grade.errors import PcptGradeError
from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.outcome import SubmissionResult, not_graded
from pcpt_grade.sandbox import kernel, slots
from pcpt_grade.sandbox.limits import Limits

if TYPE_CHECKING:
    from pcpt_grade.judge.judge import Judge


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
        with _judging:  # a worker of a cluster may have several threads
            try:
                judge = _judge(self.autograder, self.isolation, self.limits)
            except PcptGradeError as error:
                return not_graded(str(error), self.isolation, broken=True)
            return judge.judge(self.content, self.questions)


_judging = threading.Lock()
_kept: dict[tuple[str, str, Limits], Judge] = {}
_shared: dict[str, socket.socket] = {}


def prepare(isolation: str, zygote: socket.socket) -> None:
    """Make this process one of a pool: it ends with it, and its judges share the pool's zygote."""
    kernel.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started the pool
    _shared[isolation] = zygote


def _judge(autograder: Autograder, isolation: str, limits: Limits) -> Judge:
    # whoever hands out tasks needs no torch, which takes two seconds to import
    from pcpt_grade.judge.judge import Judge  # noqa: PLC0415

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
