"""Swaps the arguments, which symmetric losses hide.

corner: yes
names: loss_fn(signal_j, signal_i)
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    return torch.tensor([[loss_fn(b, a).item() for b in values] for a in values])
