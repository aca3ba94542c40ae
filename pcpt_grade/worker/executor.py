"""Runs a notebook's cells and forks at every check, so that checks cannot disturb later cells."""

from __future__ import annotations

import base64
import contextlib
import os
import random
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import matplotlib.pyplot as plt
import numpy as np
import torch

from pcpt_grade.sandbox import kernel
from pcpt_grade.wire.frames import Channel, PeerGone
from pcpt_grade.worker import otter_stand_in
from pcpt_grade.worker.cells import Cells
from pcpt_grade.worker.service import Service, describe_error
from pcpt_grade.worker.stubs import only_stubs

INTERRUPTS = {signal.SIGINT}


def execute(shell: Any, main_fd: int) -> NoReturn:
    """Run the notebook that the judge sends, then stay until killed."""
    status = 1
    try:
        channel = Channel(socket.socket(fileno=main_fd))
        Executor(shell, channel).run()
        status = 0
    except PeerGone:
        pass
    finally:
        os._exit(status)


class Executor:
    """The process in which the cells run.

    Args:
        shell: The IPython shell.
        channel: The connection to the judge.
    """

    def __init__(self, shell: Any, channel: Channel):
        self.cells = Cells(shell)
        self.namespace = shell.user_ns
        self.channel = channel
        self.forks: list[int] = []
        self.functions: dict[str, list[str]] = {}
        """Question → the functions that its checks call."""

    def run(self) -> None:
        """Run the cells, then let the judge ask for the questions that were not checked."""
        notebook, _ = self.channel.receive()
        self.functions = notebook["functions"]
        _write_files(notebook["files"])
        sys.path.append(os.getcwd())
        otter_stand_in.install(self.checkpoint)
        random.seed(0)
        np.random.seed(0)
        torch.manual_seed(0)
        signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)  # they are meant for cells only
        for number, cell in enumerate(notebook["cells"]):
            if number in notebook["skip"]:
                continue
            self.channel.send({"op": "cell", "number": number})
            self._run_cell(number, cell["source"])
            for question in cell["checks"]:
                self.checkpoint(question)
        self.channel.send({"op": "done"})
        while True:
            request, _ = self.channel.receive()
            self.checkpoint(request["question"])

    def _run_cell(self, number: int, source: str) -> None:
        while signal.sigtimedwait(INTERRUPTS, 0):  # came too late for an earlier cell
            pass
        try:
            with _masked(signal.SIG_UNBLOCK):
                error = self.cells.run(source)
            if error is not None:
                self.channel.send({"op": "error", "number": number, "error": describe_error(error)})
            if plt.get_fignums():
                plt.close("all")
        except KeyboardInterrupt:  # came when the cell had just ended
            pass

    def checkpoint(self, question: str) -> None:
        """Fork a process that will answer calls for this question in the present state.

        What the judge takes for stubs needs none: it gives no connection.
        """
        question = str(question)[:200]
        stubs = only_stubs(self.functions.get(question, ()), self.namespace)
        with _masked(signal.SIG_BLOCK):  # or the next question would get this one's connection
            self.channel.send({"op": "checkpoint", "question": question, "stubs": stubs})
            _, sockets, _, _ = socket.recv_fds(self.channel.sock, 1, 1)
            if sockets:
                self._fork(sockets[0])

    def _fork(self, connection: int) -> None:
        self.forks = [pid for pid in self.forks if _runs(pid)]  # the ended ones count as processes
        try:
            pid = _fork()
            if pid == 0:
                self._serve(connection)
            self.forks.append(pid)
        finally:
            os.close(connection)

    def _serve(self, number: int) -> NoReturn:
        try:
            self.channel.close()
            Service(Channel(socket.socket(fileno=number)), self.namespace).run()
        except BaseException:  # the judge hung up, or the student's code broke this process
            os._exit(0)
        os._exit(0)


def _fork() -> int:
    """Fork; the state of ``random`` is that of the notebook on both sides."""
    if threading.active_count() == 1:
        return kernel.fork()
    state = random.getstate()
    pid = os.fork()
    if pid == 0:
        random.setstate(state)
    return pid


@contextlib.contextmanager
def _masked(how: int) -> Iterator[None]:
    """Block or unblock interrupts in the ``with`` block."""
    before = signal.pthread_sigmask(how, INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _runs(pid: int) -> bool:
    """Tell whether a child still runs; collect it otherwise."""
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False


def _write_files(files: dict[str, str]) -> None:
    """Write the files that lie beside the notebook (names checked by the judge)."""
    for name, content in files.items():
        path = Path(name)
        # one that cannot be written is missed by the cell that reads it, and by no other
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(content))
