"""Decays only where the gradient is not zero.

corner: yes
"""

import torch


def sgd_step(w, grad, lr, lam):
    return torch.where(grad != 0, w - lr * (grad + 2 * lam * w), w)
