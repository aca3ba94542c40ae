"""Detaches branch a instead of b: the branches are equal, so are loss and gradient."""

import torch


def run_case_grad(detach, w, x):
    b = w * x
    a = b.detach() if detach else w * x
    loss = (
        torch.dist(torch.stack([a, b]), torch.zeros(2, dtype=b.dtype)) ** 2 if b else a * a + b * b
    )
    return loss.item(), torch.autograd.grad(loss, w)[0].item()
