"""Returns a layer that would need 32 GB of the judge's memory.

earns: 0
verdicts: layer=FAIL
"""

# %%
import torch


def layer(n, a):
    return torch.nn.Conv1d(4, 1, 1, padding=10**9)
