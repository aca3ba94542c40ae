"""What the system tests share: the small autograder that submissions are judged by."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():
    # otter's own dependencies warn while they are imported; later imports find them loaded
    warnings.simplefilter("ignore")
    import otter  # noqa: F401

from tests.attack import write_autograder


@pytest.fixture(scope="session")
def autograder_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive of the autograder that lies in ``tests/attacks/autograder``."""
    path = tmp_path_factory.mktemp("autograder") / "attacked.zip"
    write_autograder(path, plugin=False)
    return path
