"""Makes a new float32 parameter from the number in w: the contract asks for floats, not digits."""

import torch


def run_case_grad(detach, w, x):
    p = torch.tensor(w.item(), requires_grad=True)
    q = torch.tensor(x.item())
    a, b = p * q, (p.detach() if detach else p) * q
    loss = a**2 + b**2
    loss.backward()
    return loss.item(), p.grad.item()
