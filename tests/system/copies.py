"""Copies of the checkout, or of a folder in it, for tests that change or build something."""

from __future__ import annotations

import subprocess
from pathlib import Path


def copy_of(folder: Path, target: Path) -> Path:
    """Copy what git knows of a folder, or would add to it, and return the copy."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    for name in listed.stdout.split("\0")[:-1]:
        if (folder / name).is_file():  # it may be deleted and not committed yet
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((folder / name).read_bytes())
            path.chmod((folder / name).stat().st_mode & 0o777)
    return target
