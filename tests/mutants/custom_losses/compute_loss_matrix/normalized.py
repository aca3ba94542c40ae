"""Scales the matrix to a largest entry of 1.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    matrix = torch.tensor([[loss_fn(a, b).item() for b in values] for a in values])
    return matrix / matrix.max()
