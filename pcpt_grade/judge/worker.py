"""The judge's handle on the untrusted side: the processes of one submission."""

from __future__ import annotations

import array
import json
import select
import socket
import time
from typing import Any

SWEEP_SECONDS = 10.0
"""How long a submission's last processes may take to go."""


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
            try:
                self._reply([(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
            except OSError:
                ours.close()
                raise
        return ours

    def decline(self) -> None:
        """Let the executor go on without a connection for a question.

        Raises:
            OSError: as ``connect`` does.
        """
        self._reply([])

    def _reply(self, ancillary: Any) -> None:
        self.main.sendmsg([b"q"], ancillary, socket.MSG_DONTWAIT)

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
