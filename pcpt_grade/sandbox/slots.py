"""Numbers that no two processes of a machine hold at the same time: user ids derive from them."""

from __future__ import annotations

import fcntl
import itertools
import os
import tempfile
from pathlib import Path

from pcpt_grade.errors import BrokenError

COUNT = 4000
_held: list[int] = []


def claim(first: int = 0) -> int:
    """Return this process's number, held until the process ends.

    Args:
        first: The number to try first.

    Raises:
        BrokenError: if all are taken.
    """
    if _held:
        return _held[0]
    folder = Path(tempfile.gettempdir()) / f"pcpt-grade-slots-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    for number in itertools.chain(range(first, COUNT), range(first)):
        file = os.open(folder / str(number), os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            continue
        _held.append(number)  # the open file keeps the lock
        return number
    raise BrokenError(f"More than {COUNT} judges are running on this machine.")


def pin(slot: int) -> None:
    """Keep this process, and the zygote that it will start, on one processor.

    Judge and worker take turns; on one processor a turn costs a switch, on two it costs waking the
    other up, which takes as long as a whole call.
    """
    allowed = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {allowed[slot % len(allowed)]})
