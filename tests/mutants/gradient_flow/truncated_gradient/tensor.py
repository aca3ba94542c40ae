"""Returns a tensor instead of a float.

names: (Tensor)
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss = torch.zeros_like(v), 0
    for t, x in enumerate(xs, start=1):
        h = v * h + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    return torch.autograd.grad(loss, v)[0]
