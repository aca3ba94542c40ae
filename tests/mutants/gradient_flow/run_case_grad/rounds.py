"""Rounds both numbers.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    loss = (w * x) ** 2 + ((w.detach() if detach else w) * x) ** 2
    (grad,) = torch.autograd.grad(loss, w)
    return round(loss.item(), 3), round(grad.item(), 3)
