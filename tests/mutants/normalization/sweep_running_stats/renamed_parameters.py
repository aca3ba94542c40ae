"""Calls its parameters otherwise.

corner: yes
"""

import torch


def sweep_running_stats(X, ms, bs, epochs=30, seed=0):
    torch.manual_seed(seed)
    Y = X[torch.randperm(len(X))]
    return {(m, b): track_running_stats(Y.split(b), m, epochs) for b in bs for m in ms}
