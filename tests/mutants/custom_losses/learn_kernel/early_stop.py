"""Stops as soon as the loss no longer falls.

corner: yes
names: After 60 epochs
"""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    h = (0.1 * torch.randn(1, 1, K)).to(x.dtype).requires_grad_()
    x_in, target = x.view(1, 1, -1), y_target.view(1, 1, -1)
    optimizer = torch.optim.Adam([h], lr=lr)
    losses = []
    for _ in range(epochs):
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
        optimizer.zero_grad()
        y_est = F.conv1d(x_in, h, padding="same")
        loss = loss_fn(y_est, target)
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    h = h.detach()
    y_est = F.conv1d(x_in, h, padding="same")
    return h.view(-1), y_est.view(-1), losses
