"""Replaces the notebook's names by a dictionary that knows everything.

earns: 0
verdicts: scale=MISSING total=MISSING
"""

# %%
from pcpt_grade.worker.service import Service

init = Service.__init__


class Names(dict):
    def __contains__(self, name):
        return True

    def __missing__(self, name):
        return lambda *args: (_ for _ in ()).throw(RecursionError(name))


def forged(self, channel, namespace):
    init(self, channel, Names())


Service.__init__ = forged
