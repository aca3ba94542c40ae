"""Differentiates with respect to w as it came, which may not require gradients.

corner: yes
"""

import torch


def truncated_gradient(w, xs, chunk):
    w.requires_grad_()
    h, loss = torch.zeros_like(w), 0
    for t, x in enumerate(xs, start=1):
        h = w * h + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    return torch.autograd.grad(loss, w)[0].item()
