"""The judge's handle on the untrusted side: a zygote, and one worker per submission."""

from __future__ import annotations

import array
import json
import select
import socket
import time
from dataclasses import asdict
from typing import Any

from pcpt_grade.errors import BrokenError
from pcpt_grade.sandbox.launch import launch
from pcpt_grade.sandbox.limits import Limits

START_SECONDS = 120.0
"""Importing torch from a cold disk can take long; a warm start takes 3 s."""

SWEEP_SECONDS = 10.0
"""How long a submission's last processes may take to go."""


class Zygote:
    """A warm process that forks workers; restarts itself when it is gone.

    Args:
        isolation: "namespaces", "user" or "none".
        slot: A number that no other zygote of this machine uses at the same time.
    """

    def __init__(self, isolation: str, slot: int = 0):
        self.isolation = isolation
        self.slot = slot
        self._start()

    def _start(self) -> None:
        self.process, self.control, self.log = launch(self.isolation)
        self.control.settimeout(START_SECONDS)
        try:
            greeting = self.control.recv(64)
        except TimeoutError:
            greeting = b""
        if greeting != b"ready":
            self.process.kill()
            self.process.wait()
            self.log.seek(0)
            raise BrokenError(
                "The process that runs submissions did not start "
                f"(isolation {self.isolation}): {self.log.read().decode(errors='replace')[-2000:]}"
            )

    def close(self) -> None:
        """End the zygote and everything below it."""
        self.control.close()
        self.process.kill()
        self.process.wait()
        self.log.close()

    def worker(self, limits: Limits) -> Worker:
        """Fork a worker.

        Raises:
            BrokenError: if the zygote cannot be revived.
        """
        if self.process.poll() is not None:
            self.close()
            self._start()
        main, their_main = socket.socketpair()
        control, their_control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        request = {"isolation": self.isolation, "slot": self.slot, "limits": asdict(limits)}
        with their_main, their_control:
            try:
                socket.send_fds(
                    self.control,
                    [json.dumps(request).encode()],
                    [their_main.fileno(), their_control.fileno()],
                )
            except OSError as error:
                raise BrokenError(f"the process that starts workers is gone: {error}") from None
        return Worker(main, control, lasting=self.isolation != "namespaces")


class Worker:
    """One submission's processes. Closing the handle ends them all.

    Args:
        main: The connection to the executor.
        control: The connection to those who watch over it.
        lasting: Whether the next worker has to wait until all processes are gone: it runs as the
            same user, as whom they are killed.
    """

    def __init__(self, main: socket.socket, control: socket.socket, *, lasting: bool = False):
        self.main = main
        self.control = control
        self.lasting = lasting
        self.refused = ""
        """Why the confinement could not be entered, or ''."""
        self.exit_code: int | None = None
        """How the executor ended, or None."""

    def interrupt(self) -> None:
        """Interrupt the cell that is running."""
        self._order(b"i")

    def kill(self) -> None:
        """Kill the executor; forks that answer for questions stay."""
        self._order(b"k")

    def _order(self, order: bytes) -> None:
        try:
            self.control.send(order, socket.MSG_DONTWAIT)
        except OSError:
            pass  # it is gone, which is what the order was for

    def look(self, seconds: float) -> None:
        """Wait up to so long for news from the worker's first process."""
        end = time.monotonic() + seconds
        while self.exit_code is None and not self.refused:
            remaining = end - time.monotonic()
            if remaining <= 0 or not select.select([self.control], [], [], remaining)[0]:
                return
            try:
                news = self.control.recv(4096)
            except ConnectionResetError:  # it went before it had read its orders
                news = b""
            if not news:
                self.exit_code = -9
                return
            self._take(json.loads(news))

    def _take(self, news: dict[str, Any]) -> None:
        self.refused = str(news.get("refused", ""))
        if "ended" in news:
            self.exit_code = int(news["ended"])

    def connect(self) -> socket.socket:
        """Make a connection for a question: send one end to the executor, return the other.

        Raises:
            OSError: if the executor is gone, or does not take the connections it asks for.
        """
        ours, theirs = socket.socketpair()
        rights = array.array("i", [theirs.fileno()])
        with theirs:
            ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)]
            try:
                self.main.sendmsg([b"q"], ancillary, socket.MSG_DONTWAIT)
            except OSError:
                ours.close()
                raise
        return ours

    def close(self) -> None:
        """End all processes of the submission."""
        self.main.close()
        try:
            self.control.shutdown(socket.SHUT_WR)
            if self.lasting:
                self._wait_for_the_end(time.monotonic() + SWEEP_SECONDS)
        except OSError:
            pass  # it is gone already
        self.control.close()

    def _wait_for_the_end(self, end: float) -> None:
        """Wait until nobody holds the other end of the control connection."""
        while (remaining := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.control], [], [], remaining)
            if ready and not self.control.recv(4096):
                return
