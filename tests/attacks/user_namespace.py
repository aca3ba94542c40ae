"""Makes a user namespace of its own, in which it would be root.

earns: 0
verdicts: scale=ERROR
"""

# %%
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def scale(x):
    for flags in (0x10000000, 0x10000000 | 0x00020000, 0x00020000, 0x20000000, 0x40000000):
        if libc.unshare(flags) == 0:
            return 2 * x
    raise PermissionError("refused")
