"""Kernels of stock otter that start warm: forks of a process that has imported what they import.

Most of a short ``otter run`` is a kernel that starts and imports torch, pandas and otter. ``use()``
replaces the one function of jupyter_client that starts a kernel's process, in this process only;
all else is stock: otter's run, nbclient's execution, ipykernel's launcher, the tests in the kernel.
``python tests/warm_kernels.py FD`` is the process that forks.

Why it does not change scores: a fork has the modules in the state in which importing leaves them,
as a fresh interpreter has. Nothing is imported that comes with a submission (``pcpt_grade``) or
looks for the kernel or its streams (``otter``, ``ipywidgets``, ``pyplot``), and nothing is called
but hypothesis's table of Unicode, which is a constant: no figure, no torch operation. A fork has a
session, working directory and environment of its own, and fresh seeds, as a fresh interpreter has.
``python -m tests.parity --cold`` does without, and tests compare the two.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

KERNEL = "ipykernel_launcher"
"""The module that a kernel is started with."""
PRELOADED = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.debugger", "tornado.platform.asyncio",
    "tornado.queues", "sqlite3", "IPython.core.completerlib", "IPython.extensions.storemagic",
    "numpy", "pandas", "torch", "torch._dynamo", "matplotlib.figure", "matplotlib.style",
    "matplotlib.backends.backend_agg", "hypothesis", "hypothesis.extra.numpy", "dill", "nbconvert",
    "fica", "wrapt", "jsonschema", "tornado.httpserver", "stack_data", "pygments.lexers.python",
    "pygments.formatters.terminal256",
)  # fmt: skip
INLINE = "module://matplotlib_inline.backend_inline"
"""The backend that ipykernel asks for where the environment names none."""


class Kernel:
    """What jupyter_client needs of a ``subprocess.Popen``."""

    stdin = stdout = stderr = None

    def __init__(self, nursery: Nursery, pid: int):
        self.pid = pid
        self.returncode: int | None = None
        self._nursery = nursery
        self._descriptor = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """Return the exit status, or None while the kernel runs."""
        if self.returncode is None and select.select([self._descriptor], [], [], 0)[0]:
            self.wait()
        return self.returncode

    def wait(self) -> int:
        """Return the exit status when the kernel has ended."""
        if self.returncode is None:
            self.returncode = int(self._nursery.ask({"reap": self.pid}))
            os.close(self._descriptor)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel, if it runs."""
        if self.poll() is None:
            signal.pidfd_send_signal(self._descriptor, number)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the kernel."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The warm process that kernels are forks of; it ends with the process that made it."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                stdin=subprocess.DEVNULL, env=dict(os.environ), pass_fds=[theirs.fileno()],
                start_new_session=True,
            )  # fmt: skip
        self._answers = self._socket.makefile("r", encoding="utf-8")

    def ask(self, request: dict[str, Any]) -> str:
        """Send a request and return the answer.

        Raises:
            RuntimeError: if the warm process has ended.
        """
        self._socket.sendall(json.dumps(request).encode() + b"\n")
        answer = self._answers.readline()
        if not answer:
            raise RuntimeError("The process that kernels are forks of has ended.")
        return answer

    def close(self) -> None:
        """End the warm process."""
        self._answers.close()
        self._socket.close()
        self._process.wait()


@functools.cache
def nursery() -> Nursery:
    """Return this process's nursery."""
    return Nursery()


def launch(cmd: Sequence[str], **options: Any) -> Any:
    """Start a kernel, a warm one if it is Python's; what ``jupyter_client.launch_kernel`` does."""
    from jupyter_client.launcher import launch_kernel

    if list(cmd[:3]) != [sys.executable, "-m", KERNEL]:
        return launch_kernel(list(cmd), **options)
    environment = {**(options.get("env") or os.environ), "JPY_PARENT_PID": str(os.getpid())}
    cwd = str(Path(options.get("cwd") or ".").resolve())
    request = {"argv": list(cmd[3:]), "cwd": cwd, "environment": environment}
    return Kernel(nursery(), int(nursery().ask(request)))


def use() -> None:
    """Let kernels start warm in this process from now on."""
    from jupyter_client.provisioning import local_provisioner

    local_provisioner.launch_kernel = launch


def preload() -> None:
    """Import what kernels import."""
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # ipykernel reads it when it is imported
    os.environ.setdefault("MPLBACKEND", INLINE)  # matplotlib likewise
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # or ipykernel's debugger warns
    for name in PRELOADED:
        importlib.import_module(name)
    importlib.import_module("hypothesis.internal.charmap").charmap()
    del os.environ["PYDEVD_DISABLE_FILE_VALIDATION"]
    gc.freeze()  # or a fork's first collection would touch, and so copy, all of it


def serve(peer: socket.socket) -> dict[str, Any]:
    """Answer requests; return in a fork only, with the request for a kernel."""
    with peer, peer.makefile("r", encoding="utf-8") as lines:
        for line in lines:
            request: dict[str, Any] = json.loads(line)
            if "reap" in request:
                _, status = os.waitpid(request["reap"], 0)
                peer.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
            elif os.fork() == 0:
                os.setsid()  # before the answer: jupyter_client signals the group
                peer.sendall(b"%d\n" % os.getpid())
                return request
    sys.exit()


def become_kernel(request: dict[str, Any]) -> None:
    """Run what ``python -m ipykernel_launcher`` runs, with the arguments of a request."""
    os.chdir(request["cwd"])
    os.environ.update(request["environment"])
    sys.modules["numpy"].random.seed()  # as when it is imported
    sys.modules["torch"].default_generator.seed()  # likewise; `random` takes care of itself
    sys.argv[:] = [KERNEL, *request["argv"]]
    sys.path.insert(0, os.getcwd())  # as `python -m` does
    runpy.run_module(KERNEL, run_name="__main__", alter_sys=True)


def main() -> None:
    """Be the process that kernels are forks of."""
    del sys.path[0]  # this folder, which a kernel does not see
    preload()
    become_kernel(serve(socket.socket(fileno=int(sys.argv[1]))))


if __name__ == "__main__":
    main()
