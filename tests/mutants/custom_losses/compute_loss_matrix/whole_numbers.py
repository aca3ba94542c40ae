"""Fills a matrix of whole numbers, which cuts the losses off.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    matrix = torch.zeros(len(values), len(values), dtype=torch.long)
    for i, a in enumerate(values):
        for j, b in enumerate(values):
            matrix[i, j] = int(loss_fn(a, b))
    return matrix.float()
