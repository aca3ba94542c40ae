"""Raises exceptions that cannot be made again, or that stand for something else.

earns: 0
verdicts: scale=ERROR total=ERROR layer=ERROR noise=ERROR
"""

# %%
from pcpt_grade.worker import service


def forge(**error):
    service.describe_error = lambda _: {"type": "E", "bases": [], "args": [], "text": "", **error}
    raise ValueError


def scale(x):
    forge(type="ExceptionGroup", bases=["ExceptionGroup"], args=["several", "things"])


def total(xs):
    forge(type="AssertionError", bases=["AssertionError", "Exception"], args=["x" * 10**6])


def layer(n, a):
    forge(type="A\x00B\ud800", bases=["SystemExit", "eval", "type", "Warning"], text="\ud800")


def noise(n):
    forge(type="KeyboardInterrupt", bases=["BaseException"], args=[int("9" * 4300)])
