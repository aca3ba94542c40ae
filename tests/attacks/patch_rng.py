"""Replaces the functions that seed and draw: nothing is random any more.

earns: 2
verdicts: noise=FAIL total=PASS
"""

# %%
import torch

torch.manual_seed = torch.set_rng_state = lambda *args: None
torch.randn = lambda *shape, **kwargs: torch.linspace(-2, 2, shape[0])


def noise(n):
    return torch.randn(n)


def total(xs):
    return sum(xs)
