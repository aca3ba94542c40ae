"""Empties the `.grad` of the signals.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    for signal in signals.values():
        signal.grad = None
    rows = [
        [loss_fn(first, second).item() for second in signals.values()] for first in signals.values()
    ]
    return torch.tensor(rows)
