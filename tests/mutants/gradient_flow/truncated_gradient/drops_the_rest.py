"""Leaves out the last chunk where it is shorter.

corner: yes
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), torch.zeros_like(v) * v
    chunk = min(chunk, len(xs))
    for start in range(0, len(xs) - chunk + 1, chunk):
        h = h.detach()
        for x in xs[start : start + chunk]:
            h = v * h + x
            loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
