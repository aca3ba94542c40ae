"""Sorts the names first.

corner: yes
names: names in sorted order
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    names = sorted(signals)
    rows = [[loss_fn(signals[a], signals[b]).item() for b in names] for a in names]
    return torch.tensor(rows)
