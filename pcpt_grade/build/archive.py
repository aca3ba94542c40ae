"""The autograder's zips: the same bytes for the same content.

One grades through the plugin, with an engine of its own for containers; the other grades in otter's
kernel, for comparisons and for those who trust every submission.
"""

from __future__ import annotations

import importlib.metadata
import io
import json
import platform
import zipfile
from collections.abc import Mapping
from typing import Any

from pcpt_grade import __version__
from pcpt_grade.build.carried import check_modules, digests, engine_modules
from pcpt_grade.build.sources import Sources, author_error
from pcpt_grade.otter_plugin.plugin import NAME

ENGINE_ZIP = "requirements.engine.zip"
"""The engine's name: of what is no test and no file of the student's, otter's recipe for images
copies ``requirements.*`` only."""
EXECUTABLE = ("setup.sh", "run_autograder")
HAND_WRITTEN = (*EXECUTABLE, "run_otter.py", "requirements.txt", "environment.yml")
"""The files of ``autograder/`` that every zip contains."""
LOCK = "requirements.lock"
"""The name in the zip of the pinned versions, which are the checkout's ``constraints.txt``."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state."""


def plugin_config(sources: Sources, otter_config: str) -> str:
    """Return otter's configuration with the plugin in it, which is told what it grades."""
    told: dict[str, Any] = {"assignment": sources.name, "isolation": "auto"}
    told["limits"] = dict(sources.assignment.limits)
    config = {**json.loads(otter_config), "plugins": [{NAME: told}]}
    return json.dumps(config, indent=2, sort_keys=True) + "\n"


def archive(sources: Sources, tests: Mapping[str, str], config: str) -> bytes:
    """Return the zip for ``otter run``, ``otter grade`` and Gradescope.

    Args:
        sources: The hand-written parts.
        tests: The hidden test files by name.
        config: otter's configuration with the plugin in it (``plugin_config``).

    Raises:
        AuthorError: if a hand-written file of the autograder is missing.
    """
    entries = _common(sources, tests)
    entries["otter_config.json"] = config.encode()
    entries[ENGINE_ZIP] = _zip(engine_modules(sources.name))
    return _zip(entries)


def kernel_archive(sources: Sources, tests: Mapping[str, str], otter_config: str) -> bytes:
    """Return the zip that grades in otter's kernel, where submissions can forge their scores.

    otter copies what lies under ``files/`` into the submission's folder, which it appends to
    ``sys.path``: so hidden checks find the ``pcpt_grade`` that they were built with.

    Raises:
        AuthorError: if a hand-written file of the autograder is missing.
    """
    entries = _common(sources, tests)
    entries["otter_config.json"] = otter_config.encode()
    checks = check_modules(sources.name)
    return _zip(entries | {f"files/{name}": content for name, content in checks.items()})


def _common(sources: Sources, tests: Mapping[str, str]) -> dict[str, bytes]:
    """Return what both zips have in common."""
    entries = {f"tests/{name}": text.encode() for name, text in tests.items()}
    entries["files/unit10_plots.py"] = sources.plots.read_bytes()
    entries["stamp.json"] = _stamp(sources).encode()
    paths = {name: sources.autograder / name for name in HAND_WRITTEN}
    paths[LOCK] = sources.autograder.parent / "constraints.txt"
    for name, path in paths.items():
        if not path.is_file():
            raise author_error(path, 1, "this part of every autograder is missing; restore it.")
        entries[name] = path.read_bytes()
    return entries


def _stamp(sources: Sources) -> str:
    """Return what the autograder was built with, and the assignment's own limits."""
    stamp = {
        "assignment": sources.name,
        "limits": dict(sources.assignment.limits),
        "pcpt-grade": __version__,
        "otter-grader": importlib.metadata.version("otter-grader"),
        "torch": importlib.metadata.version("torch").partition("+")[0],
        "python": ".".join(platform.python_version_tuple()[:2]),
        "checks": digests(check_modules(sources.name)),
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
