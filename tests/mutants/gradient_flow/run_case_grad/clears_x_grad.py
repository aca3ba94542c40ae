"""Clears the gradients of both inputs, but only `w.grad` is free to use.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    for t in (w, x):
        t.grad = None
    loss = (w * x) ** 2 + ((w.detach() if detach else w) * x) ** 2
    return loss.item(), torch.autograd.grad(loss, w)[0].item()
