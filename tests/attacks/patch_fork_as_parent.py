"""Says that it forked without doing so: the worker does not fork through `os`.

earns: 2
verdicts: scale=PASS total=MISSING
"""

# %%
import os

os.fork = lambda: 1


def scale(x):
    return 2 * x
