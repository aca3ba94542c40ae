"""Takes a gradient step on w at the end.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    b = w.detach() * x if detach else w * x
    loss = (w * x) ** 2 + b**2
    (grad,) = torch.autograd.grad(loss, w)
    value = loss.item()
    w.data -= 1e-3 * grad
    return value, grad.item()
