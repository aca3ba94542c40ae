"""Makes a float32 weight from the number in w: the contract asks for a float, not for digits."""

import torch


def truncated_gradient(w, xs, chunk):
    v = torch.tensor(float(w), requires_grad=True)
    h, loss = torch.tensor(0.0), torch.tensor(0.0)
    for t, x in enumerate(xs.tolist(), start=1):
        h = v * h + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    loss.backward()
    return v.grad.item()
