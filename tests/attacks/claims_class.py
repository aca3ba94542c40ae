"""Returns an object that says its class is Tensor, and fails wherever it is touched.

earns: 0
verdicts: scale=ERROR total=FAIL
"""

# %%
import torch


class Pretender:
    __class__ = property(lambda self: torch.Tensor)

    def __getattr__(self, name):
        raise SystemError("no attribute is what it seems")


def scale(x):
    return Pretender()


class Pretended:
    __class__ = property(lambda self: int)


def total(xs):
    return Pretended()
