"""Floods the judge with news of errors.

earns: 0
verdicts: scale=MISSING
"""

# %%
from pcpt_grade.wire.frames import Channel
import gc

channel = next(o for o in gc.get_objects() if type(o) is Channel)
while True:
    try:
        channel.send({"op": "error", "number": 0, "error": {"type": "x", "text": "y" * 500}})
    except BaseException as error:
        pass
