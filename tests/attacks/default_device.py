"""Makes tensors without values the default.

earns: 0
verdicts: noise=FAIL
"""

# %%
import torch

torch.set_default_device("meta")


def noise(n):
    return torch.randn(n)
