"""Works on a leaf of its own, differentiates with torch.func."""

import torch


def run_case_grad(detach, w, x):
    x = x.detach()

    def loss(v):
        other = v.detach() if detach else v
        return torch.stack([v * x, other * x]).square().sum()

    w = w.detach().clone()
    grad, value = torch.func.grad_and_value(loss)(w)
    return value.tolist(), grad.tolist()
