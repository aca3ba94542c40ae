"""Detaches after every step.

names: the hidden state detached after every step
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), 0
    for x in xs:
        h = v * h.detach() + x
        loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
