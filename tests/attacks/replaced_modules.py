"""Puts empty modules where torch, numpy and json were.

earns: 0
verdicts: total=ERROR
"""

# %%
import sys
import types

for name in ("torch", "numpy", "json", "struct", "matplotlib", "IPython", "random"):
    sys.modules[name] = types.ModuleType(name)


def total(xs):
    return sum(xs)
