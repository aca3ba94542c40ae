"""Rounds the losses to four digits.

corner: yes
names: Do not round
"""

import torch, math
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    h = (0.1 * torch.randn(K)).to(x.dtype).view(1, 1, K).requires_grad_()
    opt = torch.optim.Adam([h], lr=lr)
    losses = []
    for epoch in range(epochs):
        opt.zero_grad()
        y = F.conv1d(x.view(1, 1, -1), h, padding="same").view(-1)
        loss = loss_fn(y, y_target)
        loss.backward()
        opt.step()
        losses.append(round(loss.item(), 4))
    return (
        h.detach().view(-1),
        F.conv1d(x.view(1, 1, -1), h, padding="same").view(-1).detach(),
        losses,
    )
