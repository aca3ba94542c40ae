"""Detaches the signals, which is not enough where the loss has parameters.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = [signal.detach() for signal in signals.values()]
    rows = [torch.stack([loss_fn(a, b) for b in values]) for a in values]
    return torch.stack(rows).float()
