"""Starts every chunk with a hidden state of zero.

names: the hidden state set to zero instead of detached
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    loss = 0
    for part in xs.split(chunk):
        h = torch.zeros_like(v)
        for x in part:
            h = v * h + x
            loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
