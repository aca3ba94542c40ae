"""Switches the gradients of the caller's signals off.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = [signal.requires_grad_(False) for signal in signals.values()]
    return torch.tensor([[loss_fn(a, b).item() for b in values] for a in values])
