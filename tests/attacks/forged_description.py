"""Describes its functions in a way that no judge expects.

earns: 0
verdicts: scale=ERROR
"""

# %%
from pcpt_grade.worker.service import Service

Service._kind = lambda self, name: {"a": ["\ud800" * 1000]}


def scale(x):
    raise ValueError
