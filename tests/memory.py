"""How much memory processes use, shared memory divided among those that share it."""

from __future__ import annotations

import contextlib
from pathlib import Path


def pss_mib(pid: int) -> float:
    """Return the proportional set size of a process and all below it, in MiB."""
    total = 0.0
    with contextlib.suppress(ProcessLookupError):  # a worker that has just ended
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
    return total + sum(pss_mib(child) for child in children(pid))


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, and not yet collected."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except FileNotFoundError:
        return []
    return [int(child) for child in text.split()]
