"""Asks torch for many threads, which a worker may not have.

earns: 2
verdicts: scale=PASS
"""

# %%
import torch

torch.set_num_threads(16)
torch.ones(2000, 2000) @ torch.ones(2000, 2000)


def scale(x):
    return 2 * x
