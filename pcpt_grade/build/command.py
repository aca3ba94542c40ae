"""``pcpt-grade build``."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from rich.console import Console

from pcpt_grade.build.pipeline import build as build_one
from pcpt_grade.build.pipeline import check as check_one
from pcpt_grade.build.proof import Proof
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
    console = Console(highlight=False)
    names = [find(name).name for name in assignments or ASSIGNMENTS]
    if check:
        return 1 if sum(_stale(name, console) for name in names) else 0
    with closing(Proof()) as proof:
        for name in names:
            build_one(name, prove=proof.prove, kernel=kernel)
            console.print(f"{name}: built; the reference has all points, the stubs have none")
    return 0


def _stale(name: str, console: Console) -> int:
    """Tell which products of an assignment are stale; return their number."""
    different = check_one(name)
    for path in different:
        console.print(f"{path}: stale; run `pcpt-grade build {name}` and commit the result")
    if not different:
        console.print(f"{name}: fresh")
    return len(different)
