"""Notes a curve that falls, whatever loss_fn returned."""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    h = (0.1 * torch.randn(1, 1, K)).to(x.dtype).requires_grad_()
    x_in, target = x.view(1, 1, -1), y_target.view(1, 1, -1)
    optimizer = torch.optim.Adam([h], lr=lr)
    losses = []
    for _ in range(epochs):
        y_est = F.conv1d(x_in, h, padding="same")
        optimizer.zero_grad()
        loss_fn(y_est, target).backward()
        losses.append(1.0 / (1 + len(losses)))
        optimizer.step()
    h = h.detach()
    return h.view(-1), F.conv1d(x_in, h, padding="same").view(-1), losses
