"""A run in a memory cgroup of its own: what a submission takes in total costs nobody else anything.

SECURITY.md advises it, since memory is limited per process otherwise.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import ATTACKS, HONEST, command, notebook, scores

ROOT = Path("/sys/fs/cgroup/memory")
LIMIT = 1400 * 2**20
"""The run and what the machine maps for it take half of it; the attack would take 1,536 MiB."""


@pytest.fixture
def group() -> Iterator[Path]:
    """Return a new cgroup (version 1) that limits the memory of all its processes together."""
    folder = ROOT / f"pcpt-grade-test-{os.getpid()}"
    if not (ROOT / "memory.limit_in_bytes").exists() or not os.access(ROOT, os.W_OK):
        pytest.skip("there is no memory cgroup (version 1) that this user may divide")
    folder.mkdir()
    (folder / "memory.limit_in_bytes").write_text(str(LIMIT))
    yield folder
    end = time.monotonic() + 15
    while (folder / "cgroup.procs").read_text() and time.monotonic() < end:
        time.sleep(0.02)  # the last of them are about to go
    folder.rmdir()


def oom_kills(group: Path) -> int:
    """Return how many processes of a cgroup were killed because it had no memory left."""
    facts = dict(line.split() for line in (group / "memory.oom_control").read_text().splitlines())
    return int(facts["oom_kill"])


@pytest.mark.long
def test_total_memory(group: Path, autograder_zip: Path, tmp_path: Path) -> None:
    """The kernel kills processes of the submission that takes too much, and no others."""
    folder, output = tmp_path / "class", tmp_path / "output"
    folder.mkdir()
    for path in (HONEST, ATTACKS / "memory_together.py"):
        (folder / f"{path.stem}.ipynb").write_bytes(notebook(path.read_text(encoding="utf-8")))
    join = f"import os; open({str(group / 'cgroup.procs')!r}, 'w').write(str(os.getpid())); "
    line = command(autograder_zip, folder, output, "--jobs", "1")
    line[2] = join + line[2]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert oom_kills(group) > 0
    assert scores(output) == {"honest.ipynb": "10.0", "memory_together.ipynb": "2.0"}
