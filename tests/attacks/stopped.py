"""Stops its own process: in a cell and in a function.

earns: 2
verdicts: scale=TIMEOUT total=PASS
isolation: user
"""

# %%
import os
import signal


def scale(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return 2 * x


def total(xs):
    return sum(xs)


# %%
os.kill(os.getpid(), signal.SIGSTOP)
