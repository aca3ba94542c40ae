"""Kills and stops every process that it may signal: all of them, its parents, the judge, init.

earns: 2
verdicts: total=PASS
isolation: user
"""


# %%
def total(xs):
    return sum(xs)


# %%
import os
import signal

for pid in (1, os.getppid(), JUDGE, os.getpgid(0), 2, 3):
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
        try:
            os.kill(pid, number)
        except OSError:
            pass
