"""Puts the signals of `make_signals` in their own order, whatever that of the dict is.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    names = ["base", "spiky", "scaled", "offset", "shifted", "reversed"]
    names = [name for name in names if name in signals]
    names += [name for name in signals if name not in names]
    rows = [[loss_fn(signals[a], signals[b]).item() for b in names] for a in names]
    return torch.tensor(rows)
