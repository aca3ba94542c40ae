"""Returns hundreds of expanded tensors, each as large as allowed.

earns: 0
verdicts: scale=FAIL total=FAIL
"""

# %%
import torch


def scale(x):
    return torch.zeros(1, dtype=x.dtype).expand(2**26)


def total(xs):
    return [torch.zeros(1).expand(2**26) for _ in range(500)]
