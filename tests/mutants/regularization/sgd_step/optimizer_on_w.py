"""Lets the optimizer work on the caller's w.

corner: yes
"""

import torch


def sgd_step(w, grad, lr, lam):
    w.grad = grad
    torch.optim.SGD([w], lr=lr, weight_decay=2 * lam).step()
    w.grad = None
    return w
