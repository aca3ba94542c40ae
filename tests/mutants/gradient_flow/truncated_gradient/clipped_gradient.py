"""Clips the gradient's norm at 1000.

corner: yes
"""

import torch
from torch import nn


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), 0
    for t, x in enumerate(xs.detach(), start=1):
        h = v * h + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    loss.backward()
    nn.utils.clip_grad_norm_([v], 1000.0)
    return v.grad.item()
