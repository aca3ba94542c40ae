"""Multiplies with an operation that does not mix dtypes: a float64 w fails.

corner: yes
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros(1), 0.0
    for t, x in enumerate(xs, start=1):
        h = torch.dot(v.reshape(1), h.reshape(1)) + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    return torch.autograd.grad(loss, v)[0].item()
