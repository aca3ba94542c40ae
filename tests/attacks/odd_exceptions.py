"""Raises exceptions with terminal codes, surrogates and formulas, in cells and in functions.

earns: 0
verdicts: scale=ERROR total=ERROR
"""

# %%
raise ValueError("\ud800\x1b]0;owned\x07=cmd|'/c calc'!A1\x00")


# %%
def scale(x):
    raise ValueError("\ud800\udfff \x1b[2J\x00 =1+1")


def total(xs):
    raise type("\u202eError", (KeyError, OSError), {})(2, "\ud800", "\udc80")
