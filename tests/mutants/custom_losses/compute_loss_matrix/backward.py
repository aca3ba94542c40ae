"""Calls `backward()` on every loss and leaves gradients at the signals.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    M = torch.zeros(len(signals), len(signals))
    for i, a in enumerate(signals.values()):
        for j, b in enumerate(signals.values()):
            l = loss_fn(a, b)
            if l.requires_grad:
                l.backward()
            M[i, j] = l.item()
    return M
