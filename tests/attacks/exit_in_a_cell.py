"""Ends the notebook's process in one cell; the others count.

earns: 4
verdicts: scale=PASS total=PASS
isolation: user
"""


# %%
def scale(x):
    return 2 * x


# %%
import os

os._exit(0)


# %%
def total(xs):
    return sum(xs)
