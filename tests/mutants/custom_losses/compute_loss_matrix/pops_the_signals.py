"""Takes the signals out of the caller's dict.

corner: yes
names: changed a dict that it was given
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    rows = []
    while signals:
        rows.append(signals.pop(next(iter(signals))))
    matrix = torch.zeros(len(rows), len(rows))
    for i, first in enumerate(rows):
        for j, second in enumerate(rows):
            matrix[i, j] = loss_fn(first, second).item()
    return matrix
