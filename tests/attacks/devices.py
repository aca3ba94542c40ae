"""Opens and makes devices.

earns: 0
verdicts: scale=ERROR
isolation: user
"""

# %%
import os
import stat


def scale(x):
    for name in ("mem", "kmem", "sda", "vda", "kmsg", "fuse", "tty", "ptmx"):
        try:
            os.close(os.open(f"/dev/{name}", os.O_RDWR | os.O_NONBLOCK))
        except OSError:
            continue
        if name not in ("tty", "ptmx", "fuse"):
            return 2 * x
    os.mknod("device", stat.S_IFBLK | 0o600, os.makedev(8, 0))
    return 2 * x
