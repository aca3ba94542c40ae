"""Runs for ever in a cell and ignores every request to stop.

earns: 2
verdicts: total=PASS
isolation: user
"""


# %%
def total(xs):
    return sum(xs)


# %%
import signal

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
