"""Returns integers and texts that are long but not too long.

earns: 0
verdicts: scale=FAIL total=FAIL
"""


# %%
def scale(x):
    return "\x1b[2J\x00\ud800" + "y" * 1_000_000


def total(xs):
    return 2**4000
