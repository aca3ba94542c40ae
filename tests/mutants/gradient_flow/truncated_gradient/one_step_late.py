"""Resets its counter a step late: the first chunk is right, the later ones are too long.

corner: yes
"""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_()
    h, loss, steps = torch.zeros_like(v), 0, 0
    for x in xs:
        h = v * h + x
        loss = loss + h**2
        steps += 1
        if steps == chunk:
            h = h.detach()
            steps = -1
    return torch.autograd.grad(loss, v)[0].item()
