"""Raises the exceptions that mean something to generators and to context managers.

earns: 0
verdicts: scale=ERROR total=ERROR compose=ERROR layer=ERROR
"""


# %%
def scale(x):
    raise StopIteration


def total(xs):
    raise GeneratorExit


def compose(f, x):
    raise StopAsyncIteration


def layer(n, a):
    raise KeyboardInterrupt
