"""Works in place on a clone, decorated with no_grad."""

import torch


@torch.no_grad()
def sgd_step(w, grad, lr, lam):
    new = w.clone()
    new.mul_(1 - 2 * lr * lam).add_(grad, alpha=-lr)
    return new
