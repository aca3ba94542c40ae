"""Detaches w itself with `detach_`, for good.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    a = w * x
    b = w * x
    if detach:
        b = b.detach()
    loss = a**2 + b**2
    (grad,) = torch.autograd.grad(loss, w)
    if detach:
        w.detach_()
    return loss.item(), grad.item()
