"""Closes every file descriptor there is.

earns: 2
verdicts: scale=ERROR total=PASS
isolation: user
"""

# %%
import os


def scale(x):
    os.closerange(0, 256)
    return 2 * x


__import__("otter").Notebook().check("scale")
os.closerange(0, 256)


# %%
def total(xs):
    return sum(xs)
