"""The autograder's zip: the same bytes for the same content."""

from __future__ import annotations

import importlib.metadata
import io
import json
import platform
import zipfile
from collections.abc import Mapping

from pcpt_grade import __version__
from pcpt_grade.build.carried import carried_modules, digest
from pcpt_grade.build.sources import Sources, author_error

EXECUTABLE = ("setup.sh", "run_autograder")
HAND_WRITTEN = (*EXECUTABLE, "run_otter.py", "requirements.txt", "environment.yml")
"""The files of ``autograder/`` that every zip contains."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state."""


def archive(sources: Sources, tests: Mapping[str, str], otter_config: str) -> bytes:
    """Return the zip for ``otter run``, ``otter grade`` and Gradescope.

    otter copies what lies under ``files/`` into the submission's folder, which it appends to
    ``sys.path``: so hidden checks find the ``pcpt_grade`` that they were built with.

    Raises:
        AuthorError: if a hand-written file of the autograder is missing.
    """
    carried = carried_modules(sources.name)
    entries = {f"tests/{name}": text.encode() for name, text in tests.items()}
    entries |= {f"files/{name}": content for name, content in carried.items()}
    entries["files/unit10_plots.py"] = sources.plots.read_bytes()
    entries["otter_config.json"] = otter_config.encode()
    entries["stamp.json"] = _stamp(sources, carried).encode()
    for name in HAND_WRITTEN:
        path = sources.autograder / name
        if not path.is_file():
            raise author_error(path, 1, "this part of every autograder is missing; restore it.")
        entries[name] = path.read_bytes()
    return _zip(entries)


def _stamp(sources: Sources, carried: Mapping[str, bytes]) -> str:
    """Return what the autograder was built with, and the assignment's own limits."""
    stamp = {
        "assignment": sources.name,
        "limits": dict(sources.assignment.limits),
        "pcpt-grade": __version__,
        "otter-grader": importlib.metadata.version("otter-grader"),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "checks-sha256": digest(carried),
    }
    return json.dumps(stamp, indent=2) + "\n"


def _zip(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in sorted(entries.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, so that permissions count on every system
            info.external_attr = (0o100755 if name in EXECUTABLE else 0o100644) << 16
            file.writestr(info, content)
    return buffer.getvalue()
