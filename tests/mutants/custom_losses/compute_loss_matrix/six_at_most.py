"""Compares the first six signals at most.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    names = list(signals)[:6]
    matrix = torch.zeros(len(signals), len(signals))
    for i, first in enumerate(names):
        for j, second in enumerate(names):
            matrix[i, j] = loss_fn(signals[first], signals[second]).item()
    return matrix
