"""Rounds the signals to float32 before it compares them.

corner: yes
names: Hand the signals on as they are
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    return torch.tensor(
        [[loss_fn(a.float(), b.float()).item() for b in signals.values()] for a in signals.values()]
    )
