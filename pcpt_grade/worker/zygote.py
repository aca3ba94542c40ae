"""A warm process that has imported everything once and forks a worker per submission.

::

    zygote     trusted, imported torch, matplotlib, IPython; never runs student code
     └ keeper  enters the confinement, waits, sweeps up; outside the student's process namespace
        └ init      first process inside: limits, mounts, drops its privileges; relays signals
           └ executor   runs the notebook's cells
              └ one fork per question, which answers the judge's calls

The judge asks for a worker by sending one frame with two sockets: the executor's connection, and a
control connection whose end means that everything below the keeper has to go.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import Any, NoReturn

from pcpt_grade.sandbox import kernel
from pcpt_grade.sandbox.confinement import LEVELS, Confinement
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.worker import hugepages, preload
from pcpt_grade.worker.executor import execute

INTERRUPT, KILL = b"i", b"k"


def main() -> None:
    """Serve requests on the socket whose number is the first argument, until it is closed."""
    control = socket.socket(fileno=int(sys.argv[1]))
    shell = preload.shell()
    preload.warm_up()
    if threading.active_count() != 1:
        raise RuntimeError("the zygote must not have threads when it forks")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    hugepages.collapse()
    control.send(b"ready")
    while True:
        message, sockets, _, _ = socket.recv_fds(control, 65536, 2)
        if not message:
            return
        request = json.loads(message)
        if kernel.fork() == 0:
            control.close()
            _keep(request, shell, *sockets)
        for number in sockets:
            os.close(number)


def _keep(request: dict[str, Any], shell: Any, main_fd: int, control_fd: int) -> NoReturn:
    """Be the keeper: fork the worker into its confinement and wait for the end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.sched_setaffinity(0, request["processors"])
    confinement = LEVELS[request["isolation"]](Limits(**request["limits"]), request["slot"])
    control = socket.socket(fileno=control_fd)
    try:
        confinement.separate()
    except OSError as error:
        control.send(json.dumps({"refused": str(error)}).encode())
        os._exit(1)
    first = kernel.fork()
    if first == 0:
        _be_first(confinement, shell, main_fd, control)
    os.close(main_fd)
    ended = os.pidfd_open(first)
    poller = select.poll()
    poller.register(control, select.POLLRDHUP)  # only the judge hanging up counts
    poller.register(ended, select.POLLIN)
    poller.poll()
    _kill(first, signal.SIGKILL)
    os.waitpid(first, 0)
    confinement.sweep(first)
    os._exit(0)


def _be_first(
    confinement: Confinement, shell: Any, main_fd: int, control: socket.socket
) -> NoReturn:
    """Be the worker's first process: settle in, start the executor, relay the judge's orders."""
    os.setsid()
    for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(which, signal.SIG_DFL)
    null = os.open("/dev/null", os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    with contextlib.suppress(OSError):  # when the machine runs out of memory, this goes first
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="utf-8")
    try:
        confinement.settle()
    except OSError as error:
        control.send(json.dumps({"refused": str(error)}).encode())
        os._exit(1)
    executor = kernel.fork()
    if executor == 0:
        control.close()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        execute(shell, main_fd)
    os.close(main_fd)
    _relay(control, executor)


def _relay(control: socket.socket, executor: int) -> NoReturn:
    """Pass on the judge's orders and report the executor's end; reap orphans meanwhile."""
    ended = os.pidfd_open(executor)
    poller = select.poll()
    poller.register(control, select.POLLIN)
    poller.register(ended, select.POLLIN)
    alive = True
    while True:
        ready = {number for number, _ in poller.poll(1000)}
        if ended in ready and alive:
            alive = False
            poller.unregister(ended)
            _, status = os.waitpid(executor, 0)
            control.send(json.dumps({"ended": os.waitstatus_to_exitcode(status)}).encode())
        if control.fileno() in ready:
            order = control.recv(1)
            if not order:
                os._exit(0)
            if alive:
                _kill(executor, signal.SIGINT if order == INTERRUPT else signal.SIGKILL)
        _reap_orphans(executor if alive else 0)


def _reap_orphans(executor: int) -> None:
    """Collect ended processes that lost their parent, but leave the executor for ``_relay``."""
    while True:
        try:
            found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if found is None or found.si_pid == executor:
                return
            os.waitpid(found.si_pid, 0)
        except ChildProcessError:
            return


def _kill(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


if __name__ == "__main__":
    main()
