"""Reshapes the sequence into chunks, which fails where they do not divide it.

corner: yes
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = v * 0, v * 0
    for part in xs.reshape(-1, min(chunk, len(xs))):
        for x in part:
            h = v * h + x
            loss = loss + h**2
        h = h.detach()
    return torch.autograd.grad(loss, v)[0].item()
