"""Returns generators that never end, and lists that contain themselves.

earns: 0
verdicts: scale=FAIL total=FAIL
"""

# %%
import itertools


def scale(x):
    return itertools.count()


def total(xs):
    result = [1, 2]
    result.append(result)
    return result
