"""Keeps the gradient history of the losses.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    matrix = torch.zeros(len(values), len(values))
    for i, a in enumerate(values):
        for j, b in enumerate(values):
            matrix[i, j] = loss_fn(a, b)
    return matrix
