"""Returns tensors of 2^60 and of 2^30 elements that share one element of memory.

earns: 0
verdicts: scale=ERROR total=ERROR
"""

# %%
import torch


def scale(x):
    return torch.zeros(1).expand(2**60)


def total(xs):
    return [torch.zeros(1).expand(2**30) for _ in range(1000)]
