"""Lets torch.optim.SGD work on a copy."""

import torch


def sgd_step(w, grad, lr, lam):
    parameter = torch.nn.Parameter(w.detach().clone())
    parameter.grad = grad.detach().clone()
    torch.optim.SGD([parameter], lr=lr, weight_decay=2 * lam).step()
    return parameter.detach()
