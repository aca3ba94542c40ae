"""Rounds the losses to four digits.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    return torch.tensor([[round(loss_fn(a, b).item(), 4) for b in values] for a in values])
