"""Trains in float64 and filters once more in the dtype of x."""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    X, Y = x.detach().double()[None], y_target.detach().double()[None]
    h = torch.nn.Parameter(torch.empty(1, 1, K, dtype=torch.float64).uniform_(-0.3, 0.3))
    opt = torch.optim.Adam([h], lr)
    losses = []
    for _ in range(epochs):
        opt.zero_grad()
        loss = loss_fn(F.conv1d(X, h, padding="same"), Y)
        loss.backward()
        losses.append(loss.item())
        opt.step()
    k = h.detach().to(x.dtype)
    return k[0, 0], F.conv1d(x[None], k, padding="same")[0].detach(), losses
