"""Takes it for granted that a signal has no loss with itself.

corner: yes
names: a diagonal that is taken to be 0
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    n = len(values)
    matrix = torch.zeros(n, n)
    for i in range(n):
        for j in range(n):
            if i != j:
                matrix[i, j] = loss_fn(values[i], values[j]).item()
    return matrix
