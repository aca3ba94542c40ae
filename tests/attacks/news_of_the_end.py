"""Says that the notebook has ended, in the middle of it, and goes on.

earns: 2
verdicts: total=PASS scale=ERROR
"""

# %%
import gc

from pcpt_grade.wire.frames import Channel


def total(xs):
    return sum(xs)


__import__("otter").Notebook().check("total")
channel = next(o for o in gc.get_objects() if type(o) is Channel)
channel.send({"op": "done"})
while True:
    pass
