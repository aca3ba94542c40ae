"""Ignores `chunk`.

names: the hidden state never detached
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = 0, 0
    for x in xs:
        h = v * h + x
        loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
