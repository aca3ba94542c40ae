"""Looks signals up by their values, so that equal ones share one row.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    by_value = {tuple(signal.tolist()): signal for signal in signals.values()}
    rows = [[loss_fn(a, b).item() for b in by_value.values()] for a in by_value.values()]
    return torch.tensor(rows)
