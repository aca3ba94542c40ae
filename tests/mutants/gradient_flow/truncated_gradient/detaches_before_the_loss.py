"""Detaches before the loss of the step is added, which loses that step's gradient.

names: the hidden state detached before its loss is added
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), 0
    for t, x in enumerate(xs, start=1):
        h = v * h + x
        if t % chunk == 0:
            h = h.detach()
        loss = loss + h**2
    return torch.autograd.grad(loss, v)[0].item()
