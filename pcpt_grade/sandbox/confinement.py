"""How a worker is confined once it has been forked from the zygote.

Three levels with the same steps: the keeper ``separate``s itself, then forks the worker's first
process, which ``settle``s in; when all is over, the keeper ``sweep``s.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
import sys
import tempfile
import time
from pathlib import Path

from pcpt_grade.sandbox import kernel, slots
from pcpt_grade.sandbox.limits import Limits

HOME = "/home/student"
"""The private folder of a worker in its own namespaces."""

FIRST_UID = 61_000
"""Unprivileged user ids that workers run under when the grader runs as root."""

SHARED = ("/tmp", "/var/tmp", "/dev/shm")
"""Folders in which every user may write, where there are no namespaces; swept, too."""


class Confinement:
    """Only limits: for isolation ``none``, and what the other levels share."""

    def __init__(self, limits: Limits, slot: int):
        self.limits = limits
        self.uid = FIRST_UID + slot % slots.COUNT
        self.folder = ""

    def separate(self) -> None:
        """Prepare in the keeper, before the worker's first process is forked."""
        self.folder = tempfile.mkdtemp(prefix="pcpt-")

    def settle(self) -> None:
        """Finish in the worker's first process, before any student code runs."""
        os.chdir(self.folder)
        os.environ.update(HOME=self.folder, TMPDIR=self.folder)
        self.limits.apply()
        kernel.no_new_privileges()

    def sweep(self, first: int) -> None:
        """Kill whatever is left and remove what it wrote."""
        _kill_session(first)
        shutil.rmtree(self.folder, ignore_errors=True)


class UserConfinement(Confinement):
    """An unprivileged user of its own: for containers that refuse namespaces."""

    def separate(self) -> None:
        super().separate()
        kernel.adopt_orphans()
        os.chown(self.folder, self.uid, self.uid)
        os.chmod(self.folder, 0o700)

    def settle(self) -> None:
        os.setgroups([])
        os.setresgid(self.uid, self.uid, self.uid)
        os.setresuid(self.uid, self.uid, self.uid)
        if not os.access(os.__file__, os.R_OK):
            raise PermissionError(f"other users cannot read the Python in {sys.base_prefix}")
        super().settle()
        kernel.adopt_orphans()
        kernel.not_traceable()

    def sweep(self, first: int) -> None:
        self._kill_all()
        while _children_live():  # they fork faster than they are killed
            self._kill_all()
        super().sweep(first)
        for place in SHARED:
            _remove_files_of(self.uid, Path(place))

    def _kill_all(self) -> None:
        """Kill all processes of that user, as that user."""
        pid = os.fork()
        if pid == 0:
            os.setresuid(self.uid, self.uid, self.uid)
            _kill(-1)
            os._exit(0)
        os.waitpid(pid, 0)


class NamespaceConfinement(Confinement):
    """Its own user, process, mount, IPC and network namespaces, with a private tmpfs."""

    def separate(self) -> None:
        uid, gid = os.getuid(), os.getgid()
        if uid == 0:
            os.setgroups([])
            os.setresgid(self.uid, self.uid, self.uid)
            os.setresuid(self.uid, self.uid, self.uid)
            uid = gid = self.uid
            kernel.traceable()  # or /proc/self would still belong to root
        kernel.unshare(
            kernel.NEWUSER
            | kernel.NEWPID
            | kernel.NEWNS
            | kernel.NEWIPC
            | kernel.NEWNET
            | kernel.NEWUTS
        )
        Path("/proc/self/setgroups").write_text("deny", encoding="utf-8")
        Path("/proc/self/uid_map").write_text(f"1000 {uid} 1", encoding="utf-8")
        Path("/proc/self/gid_map").write_text(f"1000 {gid} 1", encoding="utf-8")

    def settle(self) -> None:
        self.limits.apply()
        # no further user namespaces: inside one the code would be privileged again
        Path("/proc/sys/user/max_user_namespaces").write_text("0", encoding="utf-8")
        size = f"size={self.limits.file_mib}m,nr_inodes=10000,mode=700"
        kernel.mount_tmpfs("/dev/shm", kernel.MS_NOSUID | kernel.MS_NODEV, size)
        kernel.mount_tmpfs(HOME, kernel.MS_NOSUID | kernel.MS_NODEV, size)
        if not any(prefix.startswith("/tmp/") for prefix in (sys.prefix, sys.base_prefix)):
            kernel.mount_tmpfs("/tmp", kernel.MS_NOSUID | kernel.MS_NODEV, size)
        kernel.mount_tmpfs("/proc", kernel.MS_RDONLY, "size=0")
        os.chdir(HOME)
        os.environ.update(HOME=HOME, TMPDIR=HOME)
        kernel.drop_capabilities()
        kernel.not_traceable()

    def sweep(self, first: int) -> None:
        """The process namespace died with its first process, and the mounts with it."""


LEVELS = {
    "namespaces": NamespaceConfinement,
    "user": UserConfinement,
    "none": Confinement,
}


def try_out(isolation: str) -> None:
    """Enter and leave a confinement once; raises where a worker would be refused."""
    confinement = LEVELS[isolation](Limits(), 999)
    confinement.separate()
    first = os.fork()
    if first == 0:
        os.setsid()
        confinement.settle()
        os._exit(0)
    _, status = os.waitpid(first, 0)
    confinement.sweep(first)
    if status:
        sys.exit(1)  # the first process has said why


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


def _children_live() -> bool:
    """Collect the children that have ended; tell whether others still run."""
    time.sleep(0.001)
    try:
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
    except ChildProcessError:
        return False
    return True


def _remove_files_of(uid: int, folder: Path) -> None:
    """Remove what a user has put into a folder that everybody may write to."""
    for path in folder.iterdir() if folder.is_dir() else ():
        with contextlib.suppress(OSError):  # somebody else's may go meanwhile
            if path.lstat().st_uid != uid:
                continue
            if stat.S_ISDIR(path.lstat().st_mode):
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()


def _kill_session(first: int) -> None:
    """Kill the processes of the session that the worker's first process leads."""
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if os.getsid(int(entry.name)) == first:
                _kill(int(entry.name))
        except ProcessLookupError:
            continue
