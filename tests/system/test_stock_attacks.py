"""Attacks under ``otter run``: with the plugin they get what they computed, and harm nothing.

``make stock-attacks`` also runs all of them under stock otter and writes the table of both.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attack import READ, write_autograder
from tests.otter_sandbox import Outcome, run
from tests.stock_attacks import PATIENCE, WITH_PLUGIN

SAMPLE = ("kills_everybody", "overwrites_results", "patch_results")
CASES = [
    pytest.param(
        attack.name, attack.earns, id=attack.name,
        marks=() if attack.name in SAMPLE else pytest.mark.long,
    )
    for attack in READ
]  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "autograder.zip"


@pytest.mark.parametrize(("name", "earns"), CASES)
def test_plugin(name: str, earns: float, archive: Path) -> None:
    write_autograder(archive, plugin=True)
    assert run(name, archive, WITH_PLUGIN, sandboxed=False) == Outcome(score=earns)


def test_stock(archive: Path) -> None:
    """Without the plugin otter is at a submission's mercy, and the table would tell."""
    write_autograder(archive, plugin=False)
    outcome = run("patch_results", archive, PATIENCE, sandboxed=True)
    assert outcome == Outcome(score=10, changed=("final_grades.csv",))
