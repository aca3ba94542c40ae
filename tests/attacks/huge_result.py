"""Returns more elements than a message may have.

earns: 0
verdicts: scale=ERROR total=ERROR
"""

# %%
import torch


def scale(x):
    return torch.zeros(2**26 + 1, dtype=torch.int8)


def total(xs):
    return ["x" * 1000] * 20_000
