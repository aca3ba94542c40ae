"""Other users may read this Python: what isolation ``user`` needs, and a home folder may forbid."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pcpt_grade.sandbox import kernel


def make_python_passable() -> None:
    """Open the way to Python for other users, in a mount namespace of the calling thread's own.

    The outermost folder on the way that is closed to them is covered by an empty one, which holds
    nothing but Python. Needs root.
    """
    python = Path(sys.base_prefix)
    closed = [folder for folder in python.parents if not folder.stat().st_mode & 0o001]
    if not closed:
        return
    kernel.unshare(kernel.NEWNS)
    _mount("--make-rprivate", "/")
    source = os.open(python, os.O_PATH)  # names what the next mount hides
    _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", str(closed[-1]))
    python.mkdir(parents=True)
    _mount("--no-canonicalize", "--bind", f"/proc/{os.getpid()}/fd/{source}", str(python))
    os.close(source)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)
