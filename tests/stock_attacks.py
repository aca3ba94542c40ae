"""Every attack under stock ``otter run``, under ``otter run`` with the plugin, and in the engine.

``python -m tests.stock_attacks`` writes what came of them into ``tests/attacks/README.md``;
``python -m tests.stock_attacks ATTACK…`` only prints it. Exit status 1 if an attack gets anything
else under the plugin than in the engine, or anything that it did not compute.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pcpt_grade.judge.autograder import load
from pcpt_grade.judge.judge import Judge
from pcpt_grade.sandbox import slots
from pcpt_grade.sandbox.choice import choose_isolation
from tests import otter_sandbox
from tests.attack import LIMITS, READ, SECONDS, Attack, named, write_autograder
from tests.otter_sandbox import Outcome
from tests.system.classroom import ATTACKS, notebook

README = ATTACKS / "README.md"
PATIENCE = 60.0
"""Seconds after which stock otter, which has no limits, counts as hung."""
WITH_PLUGIN = SECONDS + 90
"""The engine's own limits, and what otter needs on a busy machine."""

ABOUT = """\
# Attacks

Each file is a hostile submission; `tests/attack.py` says how one is written, and
`tests/system/test_attacks.py` holds what has to come of it. This page is written by
`make stock-attacks`, which grades each of them three times with the small autograder in
`autograder/`, which gives 10 points:

- by **stock** `otter run`, with student code and tests in otter's kernel, in a sandbox that stands
  in for the grader's machine and is stopped after {patience:.0f} seconds;
- by `otter run` **with the plugin** that our autograders bring along;
- by the isolated **engine** (`pcpt-grade grade`).

Points that were earned honestly belong to functions that an attack leaves right on purpose.

| of {count} attacks, | stock | with the plugin | engine |
| --- | ---: | ---: | ---: |
| earn points that they did not compute | {stolen} | {plugin_stolen} | 0 |
| cost the submission points that it had computed | {lost} | {plugin_lost} | 0 |
| leave the grader without a result: otter hangs, or has none | {ended} | {plugin_ended} | 0 |
| change the grader's files, fill the disk or leave processes | {harm} | {plugin_harm} | 0 |

| attack | what it does | stock | plugin | engine |
| --- | --- | --- | ---: | ---: |
"""
UNDER_OTTER_GRADE = "## Under `otter grade`\n"
"""Where the part of the page begins that ``tests/docker_attacks.py`` writes."""


@dataclass(frozen=True)
class Row:
    """What came of an attack."""

    attack: Attack
    stock: Outcome
    plugin: Outcome
    engine: float

    def line(self) -> str:
        """Return the table's row."""
        name = f"[`{self.attack.name}`]({self.attack.name}.py)"
        tries = self.attack.tries.rstrip(".").replace("|", "\\|")
        stock, plugin = (tell(outcome, self.engine) for outcome in (self.stock, self.plugin))
        return f"| {name} | {tries} | {stock} | {plugin} | {self.engine:g} |\n"

    def holds(self) -> bool:
        """Tell whether the plugin and the engine gave what was computed, and nothing happened."""
        return self.plugin == Outcome(score=self.engine) and self.engine == self.attack.earns


def tell(outcome: Outcome, computed: float) -> str:
    """Return how ``otter run`` ended, in a few words."""
    told = [f"**{outcome.problem}**" if outcome.score is None else f"{outcome.score:g}"]
    if is_stolen(outcome, computed):
        told.append("**stolen**")
    elif is_lost(outcome, computed):
        told.append("points lost")
    if outcome.changed:
        told.append(f"**changed {', '.join(outcome.changed)}**")
    if outcome.full:
        told.append("**filled the disk**")
    if outcome.survivors:
        told.append("**left processes behind**")
    return ", ".join(told)


def is_stolen(outcome: Outcome, computed: float) -> bool:
    """Tell whether a submission got more than it computed; NaN is more than any number."""
    return outcome.score is not None and not outcome.score <= computed


def is_lost(outcome: Outcome, computed: float) -> bool:
    """Tell whether a submission got less than it computed."""
    return outcome.score is not None and outcome.score < computed


def is_harmful(outcome: Outcome) -> bool:
    """Tell whether something besides the score was changed."""
    return bool(outcome.changed or outcome.full or outcome.survivors)


def counts(prefix: str, outcomes: Sequence[tuple[Outcome, float]]) -> dict[str, int]:
    """Return the figures of the summary."""
    return {
        f"{prefix}stolen": sum(is_stolen(*each) for each in outcomes),
        f"{prefix}lost": sum(is_lost(*each) for each in outcomes),
        f"{prefix}ended": sum(outcome.score is None for outcome, _ in outcomes),
        f"{prefix}harm": sum(is_harmful(outcome) for outcome, _ in outcomes),
    }


def page(rows: Sequence[Row]) -> str:
    """Return the whole page."""
    facts = counts("", [(row.stock, row.engine) for row in rows])
    facts |= counts("plugin_", [(row.plugin, row.engine) for row in rows])
    about = ABOUT.format(patience=PATIENCE, count=len(rows), **facts)
    return about + "".join(row.line() for row in rows)


class Trial:
    """Grades attacks in all three ways.

    Args:
        folder: Where the autograders are made.
    """

    def __init__(self, folder: Path):
        self.kernel_zip, self.plugin_zip = folder / "kernel.zip", folder / "plugin.zip"
        write_autograder(self.kernel_zip, plugin=False)
        write_autograder(self.plugin_zip, plugin=True)
        isolation = choose_isolation("auto")
        self.judge = Judge(load(self.kernel_zip), isolation, LIMITS, slots.claim())
        self.lock = threading.Lock()

    def row(self, attack: Attack) -> Row:
        """Return what comes of an attack."""
        run = partial(otter_sandbox.run, attack.name)
        stock = run(self.kernel_zip, PATIENCE, sandboxed=True)
        plugin = run(self.plugin_zip, WITH_PLUGIN, sandboxed=False)
        with self.lock:
            engine = self.judge.judge(notebook(attack.aimed("/canary", 1))).score
        return Row(attack, stock, plugin, engine)


def rows(attacks: Sequence[Attack], jobs: int) -> Iterator[Row]:
    """Yield what comes of each attack."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        try:
            with ThreadPoolExecutor(jobs) as executor:
                yield from executor.map(trial.row, attacks)
        finally:
            trial.judge.close()


def main() -> int:
    """Run the attacks; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.stock_attacks")
    parser.add_argument("attacks", nargs="*", type=named, metavar="ATTACK")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    found = []
    for row in rows(given.attacks or READ, given.jobs):
        found.append(row)
        print(row.line(), end="", flush=True)
    broken = [row.attack.name for row in found if not row.holds()]
    print(f"{len(found)} attacks; with the plugin, not as promised: {', '.join(broken) or 'none'}")
    if not given.attacks:
        _, heading, below = README.read_text(encoding="utf-8").partition(UNDER_OTTER_GRADE)
        kept = f"\n{heading}{below}" if heading else ""
        README.write_text(page(found) + kept, encoding="utf-8")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
