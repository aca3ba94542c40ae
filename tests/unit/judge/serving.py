"""A service in a forked process and a session that talks to it: all of the wire, no sandbox."""

from __future__ import annotations

import os
import signal
import socket
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pcpt_grade.judge.session import Session
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.wire.frames import Channel
from pcpt_grade.worker.service import Service


@contextmanager
def peer(behave: Callable[[socket.socket], None], seconds: float = 30.0) -> Iterator[Session]:
    """Yield a session whose worker is a forked process that does what ``behave`` says."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        _live(behave, theirs)
    theirs.close()
    session = Session(ours, Limits(question_seconds=seconds))
    try:
        yield session
    finally:
        session.close()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _live(behave: Callable[[socket.socket], None], sock: socket.socket) -> None:
    try:
        warnings.simplefilter("ignore")  # as the zygote does
        behave(sock)
    except BaseException:  # noqa: BLE001  # whatever it was, this process must not run on as pytest
        os._exit(1)
    os._exit(0)


def serve(namespace: dict[str, Any], seconds: float = 30.0) -> Any:
    """Return the context of a session with an honest worker that has these names."""

    def behave(sock: socket.socket) -> None:
        Service(Channel(sock), namespace).run()

    return peer(behave, seconds)
