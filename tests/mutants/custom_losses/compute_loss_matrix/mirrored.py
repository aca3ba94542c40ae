"""Computes the upper triangle and mirrors it.

corner: yes
names: a lower triangle copied from the upper one
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    n = len(values)
    matrix = torch.zeros(n, n)
    for i in range(n):
        for j in range(i, n):
            matrix[i, j] = matrix[j, i] = loss_fn(values[i], values[j]).item()
    return matrix
