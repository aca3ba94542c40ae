"""Raises exceptions whose text fails, never ends or is huge.

earns: 0
verdicts: scale=ERROR total=ERROR compose=TIMEOUT layer=ERROR
"""


# %%
class Unreadable(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__


class Endless(Exception):
    def __str__(self):
        while True:
            pass


def scale(x):
    raise Unreadable


def total(xs):
    raise ValueError("x" * 7_000_000)


def compose(f, x):
    raise Endless


class Arguments(Exception):
    args = property(lambda self: 1 / 0)


def layer(n, a):
    raise Arguments
