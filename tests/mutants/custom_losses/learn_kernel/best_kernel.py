"""Returns the kernel of the smallest loss together with the output of the last one.

corner: yes
"""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    h = (0.1 * torch.randn(1, 1, K)).to(x.dtype).requires_grad_()
    optimizer = torch.optim.Adam([h], lr=lr)
    losses = []
    kept = h.detach().clone()
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(F.conv1d(x[None, None], h, padding="same")[0, 0], y_target)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if loss.item() == min(losses):
            kept = h.detach().clone()
    y_est = F.conv1d(x[None, None], h.detach(), padding="same")[0, 0]
    return kept.view(-1), y_est, losses
