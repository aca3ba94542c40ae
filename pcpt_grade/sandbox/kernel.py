"""The few Linux system calls that Python 3.11 does not offer."""

from __future__ import annotations

import ctypes
import os
import signal

NEWNS = 0x00020000
NEWUTS = 0x04000000
NEWIPC = 0x08000000
NEWUSER = 0x10000000
NEWPID = 0x20000000
NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV = 1, 2, 4

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_CAPABILITY_VERSION_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)
_fork = ctypes.PyDLL(None, use_errno=True).fork  # keeps the interpreter's lock


def fork() -> int:
    """Fork without the hooks of the standard library, for a process with one thread.

    What they do for threads, loggers and ``random`` (which they reseed) takes a millisecond and
    touches 1.3 MB of memory, which then has to be copied.

    Raises:
        OSError: if the kernel refuses.
    """
    pid: int = _fork()
    if pid < 0:
        _check(pid, "fork")
    return pid


def unshare(flags: int) -> None:
    """Move the calling process into new namespaces.

    Raises:
        OSError: if the kernel refuses.
    """
    _check(_libc.unshare(flags), "unshare")


def mount_tmpfs(target: str, flags: int, options: str) -> None:
    """Mount an empty file system.

    Raises:
        OSError: if the kernel refuses.
    """
    result = _libc.mount(
        b"tmpfs", target.encode(), b"tmpfs", ctypes.c_ulong(flags), options.encode()
    )
    _check(result, f"mount on {target}")


def drop_capabilities() -> None:
    """Give up all capabilities of the calling process, for good.

    Raises:
        OSError: if the kernel refuses.
    """
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    data = (ctypes.c_uint32 * 6)()
    _check(_libc.capset(ctypes.byref(header), ctypes.byref(data)), "capset")
    no_new_privileges()


def no_new_privileges() -> None:
    """Make set-user-id programs ordinary ones for this process and its children."""
    _check(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")


def die_with_parent() -> None:
    """Have this process killed when the one that forked it ends."""
    _check(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")


def not_traceable() -> None:
    """Keep processes of the same user from reading or changing this one."""
    _check(_libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")


def adopt_orphans() -> None:
    """Become the parent of descendants that lose theirs, in the place of the machine's init.

    A container's init may be a program that collects no ended processes; they count as processes
    of their user for ever.
    """
    _check(_libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl")


def traceable() -> None:
    """Undo ``not_traceable``; a change of user ids has its effect, too."""
    _check(_libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")


def _check(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
