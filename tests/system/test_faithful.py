"""A check cannot tell a remote function from a local one; ``make faithful`` asks all of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pcpt_grade.catalog import ASSIGNMENTS, REPOSITORY

EVERY = 24
"""One case of the corpus in so many; the reference's answers are always asked for."""


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_same_outcome_here_and_elsewhere(assignment: str) -> None:
    command = [sys.executable, "-m", "tests.faithful", assignment, "--every", str(EVERY)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 differences" in done.stdout
