"""Asks for connections without ever taking them.

earns: 0
verdicts: total=MISSING
"""

# %%
import gc

from pcpt_grade.wire.frames import Channel

channel = next(o for o in gc.get_objects() if type(o) is Channel)
for _ in range(100_000):
    channel.send({"op": "checkpoint", "question": "scale"})
