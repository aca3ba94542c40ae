"""Averages the losses.

names: the mean instead of the sum
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, losses = torch.zeros_like(v), []
    for t, x in enumerate(xs, start=1):
        h = v * h + x
        losses.append(h**2)
        if t % chunk == 0:
            h = h.detach()
    return torch.autograd.grad(torch.stack(losses).mean(), v)[0].item()
