"""Sends answers of its own: with a verdict, without a table, with everything missing.

earns: 0
verdicts: scale=ERROR total=ERROR compose=ERROR layer=ERROR noise=ERROR
"""

# %%
import gc
import os

from pcpt_grade.wire.frames import Channel

EMPTY = {"storages": [], "tensors": []}
SAME = {
    "storages": [],
    "tensors": [],
    "containers": [],
    "training": [],
    "state": [],
    "settings": [],
}


def answer(**header):
    for channel in [o for o in gc.get_objects() if type(o) is Channel]:
        try:
            channel.send(header)
        except BaseException:
            pass
    os._exit(0)


def scale(x):
    answer(
        op="verdict",
        verdict="PASS",
        value=None,
        outputs=[],
        handle=None,
        changes=SAME,
        operations=0,
        table=EMPTY,
    )


def total(xs):
    answer(op="return", value=6)


def compose(f, x):
    answer(op="callback", number=0, args={}, kwargs=[], table=EMPTY, grad_enabled=1)


def layer(n, a):
    answer(op="gradients", handle=None, grads=None, table=EMPTY)


def noise(n):
    answer(
        op="return",
        value={"tensor": -1},
        outputs=[0],
        handle=0,
        changes=SAME,
        operations=0,
        table=EMPTY,
    )
