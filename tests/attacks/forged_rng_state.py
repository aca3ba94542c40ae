"""Leaves the global random numbers in a state that only ever gives zeros.

earns: 0
verdicts: noise=FAIL scale=FAIL
"""

# %%
import torch


def spoil():
    state = torch.get_rng_state()
    state[16 : 16 + 8 * 624] = 0
    torch.set_rng_state(state)


def noise(n):
    spoil()
    return torch.randn(n)


def scale(x):
    spoil()
    return x
