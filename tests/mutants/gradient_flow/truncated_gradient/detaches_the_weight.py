"""Lets the weight instead of the state go at the end of each chunk."""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), 0
    for t, x in enumerate(xs):
        h = (v.detach() if t and t % chunk == 0 else v) * h + x
        loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
