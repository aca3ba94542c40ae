"""Returns nested tensors.

earns: 0
verdicts: scale=FAIL total=FAIL
"""

# %%
import torch


def scale(x):
    return torch.nested.nested_tensor([2 * x.detach().flatten(), torch.zeros(1)])


def total(xs):
    return torch.nested.nested_tensor([torch.zeros(1)], layout=torch.jagged)
