"""Forks as often as it may, in a cell and in a function.

earns: 2
verdicts: total=PASS
isolation: user
"""

# %%
import os
import time


def total(xs):
    return sum(xs)


__import__("otter").Notebook().check("total")
# %%
end = time.monotonic() + 1
while time.monotonic() < end:
    try:
        if os.fork() == 0:
            end += 1
    except OSError:
        time.sleep(0.01)
