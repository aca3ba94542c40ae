"""Kills everything that it can reach in a single call.

earns: 2
verdicts: scale=PASS total=ERROR
isolation: user
"""

# %%
import os
import signal


def kill():
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass


def scale(x):
    kill()
    return 2 * x


# %%
kill()
