"""Divides by the mask inside of where: NaN gradients where it is 0.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    return torch.where(mask > 0, X / mask / max(1 - p, 1e-9), torch.zeros_like(X))
