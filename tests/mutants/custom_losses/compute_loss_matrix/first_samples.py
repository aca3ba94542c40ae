"""Looks at the first 32 samples only, the default length of the signals.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    rows = [signal[:32].detach() for signal in signals.values()]
    return torch.tensor([[loss_fn(a, b).item() for b in rows] for a in rows])
