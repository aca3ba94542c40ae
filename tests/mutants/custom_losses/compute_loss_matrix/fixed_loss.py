"""Uses the L1 loss whatever loss_fn comes in.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = torch.stack([signal.detach() for signal in signals.values()])
    return (values[:, None] - values[None]).abs().mean(-1).float()
