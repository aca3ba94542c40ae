"""The judge's handle on the process that forks its workers."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
from dataclasses import asdict

from pcpt_grade.errors import BrokenError
from pcpt_grade.judge.worker import Worker
from pcpt_grade.sandbox.launch import launch
from pcpt_grade.sandbox.limits import Limits

START_SECONDS = 120.0
"""Importing torch from a cold disk can take long; a warm start takes 3 s."""


class Zygote:
    """A warm process that forks workers; started again when it is gone.

    Args:
        isolation: "namespaces", "user" or "none".
        slot: A number that no other judge of this machine uses at the same time.
        shared: The connection to a zygote that somebody else has started and will end. Judges that
            share one share its memory, too.
    """

    def __init__(self, isolation: str, slot: int = 0, shared: socket.socket | None = None):
        self.isolation = isolation
        self.slot = slot
        self.process: subprocess.Popen[bytes] | None = None
        """The zygote, if it was started here."""
        self.generation = 0
        """How often one was started here."""
        if shared is None:
            self._start()
        else:
            self.control = shared

    def _start(self) -> None:
        self.process, self.control, log = launch(self.isolation)
        self.generation += 1
        with log:
            self.control.settimeout(START_SECONDS)
            try:
                greeting = self.control.recv(64)
            except TimeoutError:
                greeting = b""
            if greeting != b"ready":
                self.process.kill()
                self.process.wait()
                log.seek(0)
                raise BrokenError(
                    "The process that runs submissions did not start "
                    f"(isolation {self.isolation}): "
                    f"{log.read().decode(errors='replace')[-2000:]}"
                )

    def alive(self) -> bool:
        """Tell whether the zygote holds the other end of the connection.

        Bubblewrap around it may have been killed a moment before it: then it is as good as dead.
        """
        if self.process and self.process.poll() is not None:
            return False
        poller = select.poll()
        poller.register(self.control, 0)  # hanging up is always reported
        return not poller.poll(0)

    def close(self) -> None:
        """End the zygote and everything below it, if it was started here."""
        if self.process:
            self.control.close()
            self.process.kill()
            self.process.wait()

    def worker(self, limits: Limits) -> Worker:
        """Fork a worker, which runs on the processors that this process runs on.

        Raises:
            BrokenError: if the zygote cannot be revived.
        """
        if not self.alive():
            self.close()
            self._start()
        main, their_main = socket.socketpair()
        control, their_control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        request = {
            "isolation": self.isolation,
            "slot": self.slot,
            "limits": asdict(limits),
            "processors": sorted(os.sched_getaffinity(0)),
        }
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
