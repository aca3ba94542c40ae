"""Halves the learning rate every 30 epochs.

corner: yes
names: the same in every epoch
"""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    h = (0.1 * torch.randn(1, 1, K, dtype=x.dtype)).requires_grad_()
    opt = torch.optim.Adam([h], lr=lr)
    losses = []
    sched = torch.optim.lr_scheduler.StepLR(opt, 30, 0.5)
    for _ in range(epochs):
        opt.zero_grad()
        loss = loss_fn(F.conv1d(x.view(1, 1, -1), h, padding="same").view(-1), y_target)
        loss.backward()
        opt.step()
        sched.step()
        losses.append(loss.item())
    return (
        h.detach().view(-1),
        F.conv1d(x.view(1, 1, -1), h, padding="same").view(-1).detach(),
        losses,
    )
