"""Answers differently on every call.

earns: 3
verdicts: scale=FAIL total=PASS noise=FAIL
"""

# %%
import itertools

import torch

turn = itertools.count(2)


def scale(x):
    return next(turn) * x


def total(xs):
    return sum(xs)


def noise(n):
    return torch.full((n,), float(next(turn)))
