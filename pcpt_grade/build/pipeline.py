"""Building one assignment, and telling whether what is committed is still fresh."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pcpt_grade.build.archive import archive, kernel_archive, plugin_config
from pcpt_grade.build.assign import Assigned, assign, dump_notebook
from pcpt_grade.build.consistency import check_consistency
from pcpt_grade.build.leaks import refuse_leaks
from pcpt_grade.build.master import Master
from pcpt_grade.build.otter_master import otter_notebook
from pcpt_grade.build.products import Built
from pcpt_grade.build.reading import read_master
from pcpt_grade.build.reference import Reference, read_references
from pcpt_grade.build.sources import Sources, sources
from pcpt_grade.catalog import REPOSITORY

Prove = Callable[[Built], None]
"""Looks at products that lie in a temporary folder and raises if they are not good enough."""


def build(
    assignment: str,
    root: Path = REPOSITORY,
    *,
    using: Sources | None = None,
    prove: Prove | None = None,
    kernel: bool = False,
) -> Built:
    """Build an assignment and write its products below ``root``.

    Nothing is written if anything is wrong, ``prove`` raising included: it is called with the
    products in a temporary folder (the same layout as below ``root``).

    Args:
        assignment: Its name in the catalog.
        root: The checkout.
        using: The hand-written parts, if they do not lie where a checkout has them.
        prove: The last judge of the products.
        kernel: Whether to write the zip that grades in otter's kernel, too.

    Raises:
        AuthorError: if the master, the solutions or the checks have to be mended.
        BrokenError: if otter does not do what we rely on.
    """
    built = make(using or sources(assignment, root), root)
    if prove is not None:
        with tempfile.TemporaryDirectory(prefix="pcpt-proof-") as temporary:
            staged = replace(built, root=Path(temporary).resolve())
            staged.write()
            prove(staged)
    built.write(kernel=kernel)
    return built


def check(assignment: str, root: Path = REPOSITORY, *, using: Sources | None = None) -> list[str]:
    """Return the committed products that are stale, missing or superfluous; none if all is fresh.

    The zips are left out, since they are not committed.

    Raises:
        AuthorError: if the assignment cannot be built at all.
    """
    return make(using or sources(assignment, root), root).differences()


def make(parts: Sources, root: Path) -> Built:
    """Make the products of an assignment in memory."""
    master = read_master(parts.master)
    references = read_references(parts.solutions)
    notebook, shipped = _master_notebook(parts, master, references)
    assigned = assign(notebook, parts.name, shipped)
    refuse_leaks(parts, master, references, assigned)
    config = plugin_config(parts, assigned.otter_config)
    return Built(
        assignment=parts.name,
        root=root,
        files=_files(parts.name, assigned, shipped, config),
        archive=archive(parts, assigned.tests, config),
        kernel_archive=kernel_archive(parts, assigned.tests, assigned.otter_config),
    )


def master_notebook(parts: Sources) -> tuple[Any, dict[str, bytes]]:
    """Return what ``otter assign`` is given: its master notebook, and the files beside it.

    Raises:
        AuthorError: if the hand-written parts do not fit together.
    """
    return _master_notebook(parts, read_master(parts.master), read_references(parts.solutions))


def _master_notebook(
    parts: Sources, master: Master, references: Mapping[str, Reference]
) -> tuple[Any, dict[str, bytes]]:
    check_consistency(parts, master, references)
    shipped = _shipped(parts, master)
    names = sorted({path.split("/")[0] for path in shipped})
    return otter_notebook(parts, master, references, names), shipped


def _shipped(parts: Sources, master: Master) -> dict[str, bytes]:
    """Return the files that lie beside the notebook: plot helpers and the pictures it shows."""
    shown = [address for address in master.figures() if "://" not in address]
    figures = {address: (parts.figures / Path(address).name).read_bytes() for address in shown}
    return {"unit10_plots.py": parts.plots.read_bytes(), **figures}


def _files(
    name: str, assigned: Assigned, shipped: Mapping[str, bytes], config: str
) -> dict[str, bytes]:
    student, autograder = f"assignments/{name}", f"autograder/{name}"
    files = {f"{student}/{path}": content for path, content in shipped.items()}
    files[f"{student}/{name}.ipynb"] = dump_notebook(assigned.student_notebook)
    files[f"solutions/notebooks/{name}.ipynb"] = dump_notebook(assigned.solved_notebook)
    files[f"{autograder}/otter_config.json"] = config.encode()
    for test, text in assigned.student_tests.items():
        files[f"{student}/tests/{test}"] = text.encode()
    for test, text in assigned.tests.items():
        files[f"{autograder}/tests/{test}"] = text.encode()
    return dict(sorted(files.items()))
