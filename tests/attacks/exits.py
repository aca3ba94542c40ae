"""Ends its process in every way there is, inside the functions that are called.

earns: 0
verdicts: scale=ERROR total=ERROR compose=ERROR layer=ERROR noise=ERROR
isolation: user
"""

# %%
import ctypes
import os
import signal
import sys


def scale(x):
    os._exit(0)


def total(xs):
    sys.exit("done")


def compose(f, x):
    ctypes.string_at(0)


def layer(n, a):
    os.kill(os.getpid(), signal.SIGKILL)


def noise(n):
    exit()
