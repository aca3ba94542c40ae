"""Multiplies a matrix of windows with the kernel."""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    left = (K - 1) // 2
    windows = F.pad(x.detach(), (left, K - 1 - left)).unfold(0, K, 1)  # (L, K)
    h = torch.nn.init.normal_(torch.empty(K, dtype=x.dtype), std=0.1).requires_grad_()
    optimizer = torch.optim.Adam(params=[{"params": [h], "lr": lr}])
    trace = torch.zeros(epochs, dtype=torch.float64)
    for e in range(epochs):
        loss = loss_fn(windows @ h, y_target)
        trace[e] = loss.detach()
        h.grad = None
        loss.backward()
        optimizer.step()
        if e % 50 == 0:
            print(e, loss.item())
    h.requires_grad_(False)
    return h, windows @ h, trace.tolist()
