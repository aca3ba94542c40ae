"""Returns sparse tensors.

earns: 0
verdicts: scale=FAIL total=FAIL
"""

# %%
import torch


def scale(x):
    return (2 * x).to_sparse()


def total(xs):
    return torch.tensor([sum(xs)]).to_sparse_coo()
