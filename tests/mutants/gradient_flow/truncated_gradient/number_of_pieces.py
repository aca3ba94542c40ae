"""Takes `chunk` for the number of pieces.

corner: yes
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), 0
    parts = [xs] if chunk == len(xs) else xs.chunk(chunk)
    for part in parts:
        h = h.detach()
        for x in part:
            h = v * h + x
            loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
