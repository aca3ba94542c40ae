"""Returns complex, conjugated and 8-bit floating-point tensors.

earns: 0
verdicts: scale=FAIL total=FAIL
"""

# %%
import torch


def scale(x):
    return torch.complex(2 * x, 0 * x).conj()


def total(xs):
    return torch.tensor(sum(xs)).to(torch.float8_e5m2)
