"""What the tests of the build share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from toy_assignment import Toy

from pcpt_grade.build.archive import HAND_WRITTEN
from pcpt_grade.catalog import REPOSITORY


@pytest.fixture
def toy(tmp_path: Path) -> Toy:
    """Return a toy assignment that builds as it is."""
    folder = tmp_path / "autograder"
    folder.mkdir()
    for name in HAND_WRITTEN:
        shutil.copy(REPOSITORY / "autograder" / name, folder)
    return Toy(tmp_path)
