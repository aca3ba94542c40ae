"""Every attack under ``otter grade``, in containers of a real engine: what do they get there?

``python -m tests.docker_attacks`` hands all of them in at once, with an honest notebook among them,
and writes the figures into ``tests/attacks/README.md``; ``python -m tests.docker_attacks ATTACK…``
only prints them. Exit status 1 if one has more points for a question than the isolated engine gives
(but for what it says that it is ``shown``), has no row in the class's grades, or harms the machine
that runs otter. Needs what ``tests/docker.py`` needs, and a built autograder.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pcpt_grade.judge.autograder import locate
from pcpt_grade.report.grades import COLUMNS_AFTER
from tests.attack import (
    READ,
    Attack,
    make_canaries,
    named,
    read,
    snapshot,
    write_container_autograder,
)
from tests.containers import docker, parser
from tests.docker import Grades, engine_grades, otter_grades
from tests.stock_attacks import README, UNDER_OTTER_GRADE
from tests.system.classroom import HONEST, notebook

INSIDE = "/autograder/results"
"""What most attacks are aimed at: where the container's results lie."""
LOADED = ("patch_pickle", "patch_results", "pickle_bytes")
"""Attacks on whoever loads what they leave behind, which would be otter on the machine itself."""

ABOUT = """
`make docker-attacks` hands all of them in to one `otter grade`, two containers at a time, without
network, and an honest notebook with them. In the containers the plugin falls back to the isolation
`user`.

| of {count} attacks, | `otter grade` |
| --- | ---: |
| earn points that they did not compute | {stolen} |
| cost the submission points that it had computed | {lost} |
| leave the grader without a row | {missing} |
| change the grader's files, or leave containers | {harm} |

The honest notebook has {honest:g} of 10 points.
"""
LOST = """
A submission can kill what answers for it at this level, and loses points by that: {names}.
"""
SHOWN = """
Some attacks compute the right answer if they see something. Those that see no more than what
[SECURITY](../../SECURITY.md) says that this level shows (other processes, a loopback device) have
points for saying so, which are not counted above: {names}.
"""


@dataclass(frozen=True)
class Trial:
    """What came of a class of attacks, by file."""

    attacks: Sequence[Attack]
    otter: Grades
    engine: Grades
    changed: tuple[str, ...]
    """The grader's files that are not what they were."""
    left: tuple[str, ...]
    """Containers that still run."""

    def missing(self) -> list[str]:
        """Return the attacks without a row, or that otter could not grade."""
        return [each.name for each in self.attacks if points(self.otter, each.name) is None]

    def stolen(self) -> list[str]:
        """Return the questions for which an attack has more points than it computed."""
        return [
            f"{attack.name}.{question}"
            for attack in self.attacks
            for question in self._more(attack)
            if question not in attack.shown
        ]

    def shown(self) -> list[str]:
        """Return the attacks with points for what the isolation ``user`` shows them."""
        return [f"`{each.name}`" for each in self.attacks if {*self._more(each)} & {*each.shown}]

    def lost(self) -> list[str]:
        """Return the attacks that cost points which the engine gives them for some question."""
        return [
            f"`{attack.name}`"
            for attack in self.attacks
            if any(got < computed for _, got, computed in self._compared(attack))
        ]

    def problems(self) -> list[str]:
        """Return a sentence for all that must not happen."""
        found = [f"{name} has no grade" for name in self.missing()]
        found += [f"{name} has points that were not computed" for name in self.stolen()]
        found += [
            f"{each.name}: the isolated engine gives {ours}, not {each.earns:g}"
            for each in self.attacks
            if (ours := total(self.engine, each.name)) != each.earns
        ]
        found += [f"{name} was changed" for name in self.changed]
        found += [f"the container {name} still runs" for name in self.left]
        return found + ([] if self.honest() == 10 else ["the honest notebook lost points"])

    def honest(self) -> float:
        """Return what the honest notebook among them has."""
        return total(self.otter, HONEST.stem)

    def text(self) -> str:
        """Return the figures for the page of the attacks."""
        told = ((LOST, self.lost()), (SHOWN, self.shown()))
        details = [text.format(names=", ".join(names)) for text, names in told if names]
        return "".join([
            ABOUT.format(
                count=len(self.attacks), lost=len(self.lost()), missing=len(self.missing()),
                stolen=len({name.partition(".")[0] for name in self.stolen()}),
                harm=len(self.changed) + len(self.left), honest=self.honest(),
            ), *details,
        ])  # fmt: skip

    def _compared(self, attack: Attack) -> list[tuple[str, float, float]]:
        """Return each question with its points in both ways."""
        otter, engine = points(self.otter, attack.name), points(self.engine, attack.name)
        return [(name, (otter or {}).get(name, 0.0), ours) for name, ours in (engine or {}).items()]

    def _more(self, attack: Attack) -> list[str]:
        """Return the questions with more points than in the engine; NaN is more than any number."""
        return [name for name, got, computed in self._compared(attack) if not got <= computed]


def points(grades: Grades, name: str) -> dict[str, float] | None:
    """Return the points of a submission by question, or None if it is not graded."""
    row = grades.get(f"{name}.ipynb", {})
    if row.get("grading_status") != "Completed":
        return None
    return {question: float(row[question]) for question in row if question not in COLUMNS_AFTER}


def total(grades: Grades, name: str) -> float:
    """Return the sum of a submission's points; NaN if it is not graded."""
    got = points(grades, name)
    return math.nan if got is None else sum(got.values())


def make_class(attacks: Sequence[Attack], folder: Path, canary: Path) -> None:
    """Put the attacks and the honest notebook into a folder."""
    folder.mkdir()
    for attack in (*attacks, read(HONEST)):
        aimed = attack.aimed(canary if attack.name in LOADED else INSIDE, 1)
        (folder / f"{attack.name}.ipynb").write_bytes(notebook(aimed))


def attempt(attacks: Sequence[Attack], image: str, containers: int) -> Trial:
    """Grade the attacks in both ways."""
    with tempfile.TemporaryDirectory() as folder:
        submissions, canary, output = (Path(folder) / name for name in ("in", "canary", "out"))
        archive = Path(folder) / "attacks.zip"
        write_container_autograder(archive, locate("broadcasting"))
        make_canaries(canary)
        make_class(attacks, submissions, canary)
        output.mkdir()
        before = snapshot(canary)
        otter = otter_grades(str(archive), submissions, image, containers, output)
        left = docker("ps", "--quiet", "--filter", f"ancestor=otter-grade:{archive.stem}").split()
        engine = engine_grades(str(archive), submissions, Path(folder) / "ours")
        changed = {*before.items()} ^ {*snapshot(canary).items()}
    return Trial(attacks, otter, engine, tuple(sorted({name for name, _ in changed})), tuple(left))


def write_page(trial: Trial) -> None:
    """Replace what the page of the attacks says about ``otter grade``."""
    page, _, _ = README.read_text(encoding="utf-8").partition(UNDER_OTTER_GRADE)
    README.write_text(f"{page.rstrip()}\n\n{UNDER_OTTER_GRADE}{trial.text()}", encoding="utf-8")


def main() -> int:
    """Run the attacks; return the exit status."""
    options = parser("tests.docker_attacks")
    options.add_argument("attacks", nargs="*", type=named, metavar="ATTACK")
    given = options.parse_args()
    start = time.monotonic()
    trial = attempt(given.attacks or READ, given.image, given.containers)
    print(f"{trial.text()}\n{time.monotonic() - start:.0f} s")
    print("\n".join(problems := trial.problems()))
    if not given.attacks and trial.otter:
        write_page(trial)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
