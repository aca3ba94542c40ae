"""``otter run`` on an attack, in a sandbox where otter itself is the victim.

Stock otter runs a submission with the grader's rights, so what stands in for the grader's machine
is a sandbox: namespaces of its own, the system and Python read-only, small file systems in memory,
limits on memory, processes and time. Only a folder of canaries and one for the outcome lie outside.

``python -m tests.otter_sandbox`` is what runs inside; it gives up root before anything else.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.sandbox.confinement import FIRST_UID
from pcpt_grade.sandbox.launch import parents, system, unshared
from tests.attack import Snapshot, make_canaries, named, snapshot
from tests.system.classroom import notebook

UID = FIRST_UID + 3990
"""The user that stands in for the grader where root runs this."""
HOME = "/home/grader"
CANARY, OUTCOME = f"{HOME}/results", "/outcome"
"""Where the two folders are seen inside."""
STORAGE = 128 * 2**20
"""Size of every file system that can be written to, in bytes."""
LIMITS = {
    resource.RLIMIT_AS: 6 * 2**30,
    resource.RLIMIT_CPU: 120,
    resource.RLIMIT_NPROC: 200,
    resource.RLIMIT_NOFILE: 1024,
    resource.RLIMIT_FSIZE: STORAGE,
    resource.RLIMIT_CORE: 0,
}


@dataclass(frozen=True)
class Outcome:
    """How ``otter run`` ended, and what it left behind."""

    score: float | None = None
    """Points earned, or None if there are no results."""
    problem: str = ""
    """Why there are none."""
    survivors: int = 0
    """Processes that outlived the run."""
    full: bool = False
    """Whether the temporary folder is full."""
    changed: tuple[str, ...] = ()
    """Canaries that are not what they were."""


def run(name: str, archive: Path, seconds: float, *, sandboxed: bool) -> Outcome:
    """Grade an attack with ``otter run`` and return what came of it.

    Args:
        name: The attack's.
        archive: The autograder's zip.
        seconds: When to stop waiting.
        sandboxed: Whether otter needs protection from the submission; with the plugin, it does not.
    """
    with tempfile.TemporaryDirectory() as folder:
        canary, outcome = Path(folder) / "canary", Path(folder) / "outcome"
        make_canaries(canary)
        outcome.mkdir()
        (outcome / "autograder.zip").write_bytes(archive.read_bytes())
        for path in (canary, *canary.iterdir(), outcome):
            path.chmod(0o777)  # what the grader may change, a submission under stock otter may
        before = snapshot(canary)
        command = [sys.executable, "-m", "tests.otter_sandbox", name]
        if sandboxed:
            command = [*_bubblewrap(canary, outcome), *command, OUTCOME, CANARY]
        else:
            command += [str(outcome), str(canary)]
        problem = _wait(command, seconds)
        told = _told(outcome / "outcome.json")
        after = snapshot(canary)
    told = replace(told, changed=_changed(before, after))
    return replace(told, score=None, problem=problem) if problem else told


def _changed(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    changed = [name for name in before if before[name] != after.get(name)]
    return (*changed, "the folder") if after.keys() - before else tuple(changed)


def _wait(command: list[str], seconds: float) -> str:
    """Run a command to its end; return what went wrong with the process itself, or ''."""
    process = subprocess.Popen(
        command, env=_environment(), cwd=REPOSITORY, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        status = process.wait(seconds)
    except subprocess.TimeoutExpired:
        return "hung"
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
    return f"otter died (status {status})" if status else ""


def _told(path: Path) -> Outcome:
    """Return what the inside has written; a submission under stock otter may have, too."""
    try:
        told = Outcome(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Outcome(problem="no outcome")
    return told


def _environment() -> dict[str, str]:
    paths = os.pathsep.join(map(str, (REPOSITORY, REPOSITORY / "solutions")))
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "PYTHONPATH": paths,
        "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg",
        "LANG": "C.UTF-8", "HOME": os.environ.get("HOME", "/tmp"),
    }  # fmt: skip


def _bubblewrap(canary: Path, outcome: Path) -> list[str]:
    command = [*unshared(), *system(), "--ro-bind-try", "/etc", "/etc"]
    for folder in ("/tmp", "/var/tmp", "/dev/shm", HOME):
        command += ["--perms", "1777", "--size", str(STORAGE), "--tmpfs", folder]
    command += [*parents(str(REPOSITORY)), "--ro-bind", str(REPOSITORY), str(REPOSITORY)]
    command += ["--bind", str(canary), CANARY, "--bind", str(outcome), OUTCOME]
    command += ["--remount-ro", "/dev", "--remount-ro", "/", "--setenv", "HOME", HOME]
    return [*command, "--chdir", str(REPOSITORY), "--"]


def main() -> None:
    """Run otter on the attack; write the outcome."""
    name, outcome, canary = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if sandboxed := Path(HOME).is_mount():
        _become_a_grader()
    content = notebook(named(name).aimed(canary, os.getpid()))
    before = _processes()
    told = _grade(content, outcome / "autograder.zip")
    if sandboxed:
        told = replace(told, survivors=len(_processes() - before), full=_is_full("/tmp"))
    (outcome / "outcome.json").write_text(json.dumps(asdict(told)), encoding="utf-8")


def _become_a_grader() -> None:
    """Give up root, and take what protects the machine from accidents with a whole class of it."""
    for kind, value in LIMITS.items():
        resource.setrlimit(kind, (value, value))
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="utf-8")
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(UID, UID, UID)
        os.setresuid(UID, UID, UID)


def _grade(content: bytes, archive: Path) -> Outcome:
    from tests.stock_otter import Handed, otter_run

    try:
        scores = otter_run(Handed(content, archive)).scores
        if not scores:  # what otter makes of results that it could not load
            return Outcome(problem="no results")
        return Outcome(score=float(sum(scores.values())))
    except (Exception, SystemExit) as error:  # noqa: BLE001  # attacks end otter in many ways
        return Outcome(problem=f"otter failed: {type(error).__name__}"[:80])


def _processes() -> set[str]:
    """Return the processes that run here."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and ") Z" not in (entry / "stat").read_text():
                found.add(entry.name)
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def _is_full(folder: str) -> bool:
    """Tell whether less than a fiftieth of a file system is free."""
    space = os.statvfs(folder)
    return min(space.f_bavail * 50 - space.f_blocks, space.f_favail * 50 - space.f_files) < 0


if __name__ == "__main__":
    main()
