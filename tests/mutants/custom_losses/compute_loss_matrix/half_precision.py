"""Collects the losses in half precision.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    return torch.tensor(
        [[loss_fn(a, b).item() for b in signals.values()] for a in signals.values()],
        dtype=torch.float16,
    ).float()
