"""``pcpt-grade build``."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from pcpt_grade.build.pipeline import build as build_one
from pcpt_grade.build.pipeline import check as check_one
from pcpt_grade.build.proof import prove
from pcpt_grade.catalog import ASSIGNMENTS, find


def build(assignments: Sequence[str], *, check: bool, kernel: bool = False) -> int:
    """Build assignments (all of them by default), or tell what is stale.

    Args:
        assignments: Their names.
        check: Whether to compare with what is there, and to write nothing.
        kernel: Whether to write the zips that grade in otter's kernel, too.

    Returns:
        0 if everything is fresh now, 1 if ``check`` found something stale.
    """
    console, stale = Console(highlight=False), 0
    for name in assignments or ASSIGNMENTS:
        assignment = find(name)
        if not check:
            build_one(assignment.name, prove=prove, kernel=kernel)
            console.print(f"{name}: built; the reference has all points, the stubs have none")
            continue
        different = check_one(assignment.name)
        for path in different:
            console.print(f"{path}: stale; run `pcpt-grade build {name}` and commit the result")
        stale += len(different)
        if not different:
            console.print(f"{name}: fresh")
    return 1 if stale else 0
