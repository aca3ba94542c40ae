"""Hostile submissions: each file of ``tests/attacks`` is one, its cells separated by ``# %%``.

Its docstring says what it tries, then ``key: value`` lines say what has to come of it:

``earns``
    the score, exactly (attacks often leave some functions honest)
``verdicts``
    ``question=VERDICT`` pairs, for the questions that matter
``isolation``
    where else it runs than in namespaces
``shown``
    questions that it answers rightly under the isolation ``user``, where it sees what SECURITY.md
    says that this level shows

``CANARY`` in a file stands for the folder of files that must stay as they are, and ``JUDGE`` for
the process id of the judge: an attacker may know everything.
"""

from __future__ import annotations

import json
import re
import stat
import zipfile
from argparse import ArgumentTypeError
from dataclasses import asdict, dataclass
from pathlib import Path

from pcpt_grade.otter_plugin.plugin import NAME
from pcpt_grade.sandbox.limits import Limits
from tests.system.classroom import ATTACKS

LIMITS = Limits(
    cell_seconds=2, question_seconds=3, submission_seconds=6, memory_mib=512, file_mib=16
)
QUESTIONS = 5
SECONDS = LIMITS.submission_seconds + QUESTIONS * (LIMITS.question_seconds + LIMITS.cell_seconds)
"""What a submission may take at most."""

CANARIES = ("grades.sqlite", "final_grades.csv", "results.json", "secret.txt")
Snapshot = dict[str, tuple[bytes, int, int]]


@dataclass(frozen=True)
class Attack:
    """A hostile submission and what has to come of it."""

    name: str
    source: str
    tries: str
    earns: float
    verdicts: dict[str, str]
    levels: tuple[str, ...]
    shown: tuple[str, ...]

    def aimed(self, canary: Path | str, judge: int) -> str:
        """Return the cells, aimed at a folder of canaries and a process."""
        return self.source.replace("CANARY", str(canary)).replace("JUDGE", str(judge))


def read(path: Path) -> Attack:
    """Return the attack in a file."""
    source = path.read_text(encoding="utf-8")
    docstring = source.split('"""')[1]
    facts = dict(re.findall(r"^(earns|verdicts|isolation|shown): (.*)$", docstring, re.MULTILINE))
    verdicts = dict(pair.split("=") for pair in facts.get("verdicts", "").split())
    levels = ("namespaces", *facts.get("isolation", "").split())
    tries = " ".join(docstring.partition("\n\n")[0].split())
    shown = tuple(facts.get("shown", "").split())
    return Attack(path.stem, source, tries, float(facts["earns"]), verdicts, levels, shown)


READ = [read(path) for path in sorted(ATTACKS.glob("*.py"))]


def named(name: str) -> Attack:
    """Return the attack of this name; the type of an argument on a command line.

    Raises:
        ArgumentTypeError: if there is none.
    """
    for attack in READ:
        if attack.name == name:
            return attack
    raise ArgumentTypeError(f"there is no attack {name}")


def make_canaries(folder: Path) -> None:
    """Make a folder of files that nobody may touch, open to everybody who gets there."""
    folder.mkdir(mode=0o777)
    for name in CANARIES:
        (folder / name).write_text(f"canary {name}\n")


def snapshot(folder: Path) -> Snapshot:
    """Return content, time of change and mode of a folder's files; only regular ones are read."""
    found = {}
    for path in folder.iterdir():
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        found[path.name] = (content, status.st_mtime_ns, status.st_mode)
    return found


def write_autograder(path: Path, *, plugin: bool) -> None:
    """Write the zip of the autograder in ``tests/attacks/autograder``, with or without the plugin.

    It says that it is one of the catalog's, for notebooks that say that they belong to another.
    """
    source = ATTACKS / "autograder"
    config = json.loads((source / "otter_config.json").read_text())
    stamp: dict[str, object] = {"assignment": "broadcasting"}
    if plugin:
        stamp["limits"] = asdict(LIMITS)
        config["plugins"] = [{NAME: {"isolation": "auto", **stamp}}]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("otter_config.json", json.dumps(config))
        for file in sorted((source / "tests").glob("*.py")):
            archive.write(file, f"tests/{file.name}")
        archive.writestr("stamp.json", json.dumps(stamp))


def write_container_autograder(path: Path, built: Path) -> None:
    """Write the same autograder with the plugin and all that a container needs.

    Args:
        path: The zip to write.
        built: A zip of ``pcpt-grade build``, whose engine and image it takes.
    """
    write_autograder(path, plugin=True)
    ours = ("tests/", "otter_config.json", "stamp.json")
    with zipfile.ZipFile(path, "a") as archive, zipfile.ZipFile(built) as source:
        for entry in source.infolist():
            if not entry.filename.startswith(ours):
                archive.writestr(entry, source.read(entry))
