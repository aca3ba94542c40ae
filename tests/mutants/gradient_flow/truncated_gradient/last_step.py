"""Takes the loss of the last step alone."""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h = torch.zeros_like(v)
    for t, x in enumerate(xs):
        if t % chunk == 0:
            h = h.detach()
        h = v * h + x
    return torch.autograd.grad(h**2, v)[0].item()
