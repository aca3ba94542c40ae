"""Returns the gradient of the last chunk alone.

names: the loss of the last chunk alone
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h = torch.zeros_like(v)
    for part in xs.split(chunk):
        h, loss = h.detach(), 0
        for x in part:
            h = v * h + x
            loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
