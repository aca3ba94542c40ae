"""Reuses one product for both branches and detaches both.

names: both branches cut off
"""

import torch


def run_case_grad(detach, w, x):
    w.grad = torch.zeros_like(w)
    v = w.detach() if detach else w
    loss = (v * x) ** 2 + (v * x) ** 2 + 0 * w
    loss.backward()
    return loss.item(), w.grad.item()
