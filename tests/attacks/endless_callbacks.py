"""Calls the judge's function again and again, without ever returning.

earns: 0
verdicts: compose=TIMEOUT
"""


# %%
def compose(f, x):
    while True:
        f(x)
