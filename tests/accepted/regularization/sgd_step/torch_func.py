"""The penalty's gradient by torch.func.grad."""

import torch


def sgd_step(w, grad, lr, lam):
    penalty = torch.func.grad(lambda v: lam * v.square().sum())(w.detach())
    return torch.sub(w, grad + penalty, alpha=lr)
