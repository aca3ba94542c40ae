"""Sends news that are JSON, but make no sense.

earns: 0
verdicts: scale=MISSING
"""

# %%
import gc

from pcpt_grade.wire.frames import Channel

channel = next(o for o in gc.get_objects() if type(o) is Channel)
for news in (
    {"op": "error", "error": {"type": [1], "text": {"a": "\ud800\x1b[31m"}}},
    {"op": "error", "error": 5},
    {"op": "cell", "number": -7},
    {"op": ["done"], "number": True},
    {"op": "verdict", "question": "scale", "verdict": "PASS", "score": 2},
):
    channel.send(news)
