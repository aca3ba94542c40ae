"""Shrinks the weights by a factor and then steps."""

import torch


def sgd_step(w, grad, lr, lam):
    return torch.add((1 - 2 * lr * lam) * w, grad, alpha=-lr)
