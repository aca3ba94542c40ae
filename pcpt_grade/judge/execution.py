"""Runs a submission's notebook in a worker and collects one connection per question."""

from __future__ import annotations

import signal
import socket
import time
from dataclasses import dataclass, field

from pcpt_grade.errors import BrokenError
from pcpt_grade.judge.stubs import StubSession
from pcpt_grade.judge.worker import Worker
from pcpt_grade.judge.zygote import Zygote
from pcpt_grade.notebook import Submission
from pcpt_grade.outcome import readable
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.wire.frames import Channel, DeadlineExceeded, FrameError, Header, PeerGone

MAX_NEWS = 64 * 1024
MAX_NOTES = 20
GRACE_SECONDS = 2.0
"""How long a cell may take to end once it has been interrupted."""
MAX_RESTARTS = 3


class ExecutorEnded(Exception):
    """The process that ran the cells is gone."""


@dataclass
class Execution:
    """The state of one submission's notebook.

    Args:
        zygote: Forks the workers.
        submission: What to run.
        files: What lies beside the notebook.
        functions: Question → the functions that its checks take; a notebook may check others.
        limits: What it may use.
    """

    zygote: Zygote
    submission: Submission
    files: dict[str, str]
    functions: dict[str, tuple[str, ...]]
    limits: Limits
    notes: list[str] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    checked: dict[str, socket.socket | StubSession] = field(default_factory=dict)
    """Question → the fork made where it was last checked, or the stubs found there."""
    generations: set[int] = field(default_factory=set)
    """The zygotes that the workers were forked from, by number."""
    lost: bool = False
    """Whether the executor was killed, and not from here."""
    alive: bool = False
    """Whether the executor ran to the end, so that further questions can be asked for."""

    def run(self) -> None:
        """Run the cells; a cell that ends the process is left out in a second run.

        Raises:
            BrokenError: if no worker could be had.
        """
        self._end = time.monotonic() + self.limits.submission_seconds
        skip: list[int] = []
        while len(skip) <= MAX_RESTARTS:
            try:
                self._run_cells(skip)
            except ExecutorEnded:
                if self._cell is None or time.monotonic() >= self._end:
                    return
                skip.append(self._cell)
                continue
            self.alive = True
            return

    def close(self) -> None:
        """End everything that belongs to the submission."""
        for answering in self.checked.values():
            answering.close()
        for worker in self.workers:
            worker.close()

    def connect(self, question: str) -> socket.socket | StubSession | None:
        """Return who answers for a question; fork at the notebook's end if it was not checked."""
        if question not in self.checked and self.alive:
            try:
                self._channel.deadline = time.monotonic() + self.limits.cell_seconds
                self._channel.send({"op": "checkpoint", "question": question})
                news = self._channel.receive()[0]
                if (news.get("op"), news.get("question")) != ("checkpoint", question):
                    raise FrameError("unexpected news")
                self._checkpoint(news, self.workers[-1])
            except (PeerGone, DeadlineExceeded, FrameError, OSError):
                self.alive = False
        return self.checked.get(question)

    def survived(self) -> bool:
        """Tell whether the zygote lives: in namespaces the workers die with it."""
        return self.generations == {self.zygote.generation} and self.zygote.alive()

    def _run_cells(self, skip: list[int]) -> None:
        worker = self.zygote.worker(self.limits)
        self.workers.append(worker)
        self.generations.add(self.zygote.generation)
        self._channel = Channel(worker.main, MAX_NEWS, 0)
        self._cell: int | None = None
        self._channel.deadline = self._end
        try:
            self._channel.send(
                {
                    "op": "notebook",
                    "cells": [
                        {"source": cell.source, "checks": cell.checks}
                        for cell in self.submission.cells
                    ],
                    "files": self.submission.files | self.files,
                    "functions": self.functions,
                    "skip": skip,
                }
            )
            while self._step(worker):
                pass
        except DeadlineExceeded:  # no cell has begun: it did not even take the notebook
            raise BrokenError("the sandbox was too slow to take the notebook") from None
        except (PeerGone, FrameError, OSError):
            self._bury(worker)

    def _step(self, worker: Worker) -> bool:
        """Handle one message of the executor; return False at the end of the notebook."""
        news = self._wait(worker)
        match news.get("op"):
            case "cell" if news.get("number") in range(len(self.submission.cells)):
                self._cell = int(news["number"])
                self._cell_end = time.monotonic() + self.limits.cell_seconds
                self._interrupted = False
            case "checkpoint" if isinstance(news.get("question"), str):
                self._checkpoint(news, worker)
            case "error":
                self._note_error(news)
            case "done":
                return False
            case _:
                raise FrameError("unexpected news")
        return True

    def _wait(self, worker: Worker) -> Header:
        """Return the next message; interrupt, then kill, an executor that takes too long."""
        last = self._end + GRACE_SECONDS  # however many cells still claim to begin
        while True:
            self._channel.deadline = self._end if self._cell is None else self._limit(last)
            try:
                return self._channel.receive()[0]
            except DeadlineExceeded:
                now = time.monotonic()
                if self._cell is None or self._interrupted or now >= last:
                    worker.kill()
                    raise PeerGone("killed") from None
                self._note_slowness(now)
                self._interrupted = True
                self._cell_end = now + GRACE_SECONDS
                worker.interrupt()

    def _limit(self, last: float) -> float:
        return min(self._cell_end, last if self._interrupted else self._end)

    def _note_slowness(self, now: float) -> None:
        if now >= self._end:
            self._note(f"the notebook ran longer than {self.limits.submission_seconds:g} s")
        else:
            self._note(f"{self._where()} ran longer than {self.limits.cell_seconds:g} s")

    def _checkpoint(self, news: Header, worker: Worker) -> None:
        """Note who answers for a question, in the place where it was first checked."""
        question = news["question"]
        takes = self.functions.get(question)
        answering: socket.socket | StubSession
        if takes and news.get("stubs"):
            answering = StubSession(news["stubs"], takes)
            worker.decline()
        else:
            answering = worker.connect()
        if question not in self.functions:  # its fork ends at once
            answering.close()
            return
        if question in self.checked:
            self.checked[question].close()
        self.checked[question] = answering

    def _bury(self, worker: Worker) -> None:
        """Find out how the executor ended and say so."""
        worker.look(1.0)
        if worker.refused:
            raise BrokenError(f"the sandbox could not be entered: {worker.refused}")
        code = worker.exit_code
        if code is None:
            worker.kill()
            did = "disturbed the connection to the grader"
        else:
            how = f"signal {-code}" if code < 0 else f"exit status {code}"
            did = f"ended the notebook's process ({how})"
        if not self._interrupted_now():
            self._note(f"{self._where()} {did}")
            self.lost |= code == -signal.SIGKILL
        raise ExecutorEnded

    def _interrupted_now(self) -> bool:
        return self._cell is not None and self._interrupted

    def _note_error(self, news: Header) -> None:
        error = news.get("error")
        if isinstance(error, dict):
            text = f"{error.get('type')}: {error.get('text')}"
            self._note(readable(f"{self._where()} raised {' '.join(text.split())[:200]}"))

    def _where(self) -> str:
        return "the notebook" if self._cell is None else f"code cell {self._cell + 1}"

    def _note(self, text: str) -> None:
        if len(self.notes) < MAX_NOTES and text not in self.notes:
            self.notes.append(text)
