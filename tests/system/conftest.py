"""What the system tests share: the small autograder that submissions are judged by."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import pytest

with warnings.catch_warnings():
    # otter's own dependencies warn while they are imported; later imports find them loaded
    warnings.simplefilter("ignore")
    import otter  # noqa: F401

TESTS = Path(__file__).resolve().parent.parent
SOURCE = TESTS / "attacks" / "autograder"


@pytest.fixture(scope="session")
def autograder_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the archive of the autograder that lies in ``tests/attacks/autograder``.

    It says that it is one of the catalog's, for notebooks that say that they belong to another.
    """
    path = tmp_path_factory.mktemp("autograder") / "attacked.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(SOURCE / "otter_config.json", "otter_config.json")
        for file in sorted((SOURCE / "tests").glob("*.py")):
            archive.write(file, f"tests/{file.name}")
        archive.writestr("stamp.json", '{"assignment": "broadcasting"}')
    return path
