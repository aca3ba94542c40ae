"""Mounts and unmounts file systems, and changes its root.

earns: 0
verdicts: scale=ERROR total=ERROR
isolation: user
"""

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def scale(x):
    attempts = [
        libc.mount(b"proc", b"/proc", b"proc", 0, None),
        libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None),
        libc.mount(None, b"/", None, 32 | 4096, None),
        libc.umount2(b"/proc", 2),
        libc.umount2(b"/home/student", 2),
        libc.pivot_root(b".", b".") if hasattr(libc, "pivot_root") else -1,
    ]
    if 0 in attempts:
        return 2 * x
    raise PermissionError("refused")


def total(xs):
    os.chroot(".")
    return sum(xs)
