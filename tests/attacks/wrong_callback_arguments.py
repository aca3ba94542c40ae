"""Calls the judge's function with wrong arguments, as any student might.

earns: 0
verdicts: compose=ERROR
"""


# %%
def compose(f, x):
    return f()
