"""Recurses for ever, in Python and in C.

earns: 0
verdicts: scale=ERROR
"""

# %%
import sys


def scale(x):
    return scale(x)


def total(xs):
    sys.setrecursionlimit(10**9)
    return total(xs)
