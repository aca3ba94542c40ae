"""Takes absolute values, as if a loss could not be negative.

corner: yes
names: absolute values
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    return torch.tensor(
        [[abs(loss_fn(a, b).item()) for b in signals.values()] for a in signals.values()]
    )
