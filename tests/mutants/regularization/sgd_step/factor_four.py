"""Counts the factor 2 twice.

names: the factor 2 twice
"""

import torch


def sgd_step(w, grad, lr, lam):
    p = torch.nn.Parameter(w.detach().clone())
    p.grad = grad.clone() + 2 * lam * w.detach()
    torch.optim.SGD([p], lr=lr, weight_decay=2 * lam).step()
    return p.detach()
