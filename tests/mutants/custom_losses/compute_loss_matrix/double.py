"""Keeps the dtype of the losses.

corner: yes
names: It is float32
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    with torch.no_grad():
        return torch.stack([torch.stack([loss_fn(a, b) for b in values]) for a in values])
