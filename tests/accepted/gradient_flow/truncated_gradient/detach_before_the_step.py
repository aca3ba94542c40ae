"""Detaches at the start of a chunk, the very first one included."""

import torch


def truncated_gradient(w, xs, chunk):
    v = w.clone().detach().requires_grad_(True)
    h = torch.tensor(0.0, dtype=xs.dtype)
    states = []
    for t in range(xs.numel()):
        if not t % chunk:
            h = h.detach()
        h = torch.addcmul(xs[t], v, h)
        states.append(h)
    loss = torch.stack(states).pow(2).sum()
    return torch.autograd.grad(loss, [v])[0].tolist()
