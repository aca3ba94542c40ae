"""Steps with a closure, starts small and uniform, and evaluates the loss once more at the end."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    start = np.random.RandomState(seed).uniform(-0.05, 0.05, size=(1, 1, K))
    h = nn.Parameter(torch.tensor(start, dtype=x.dtype))
    optimizer = torch.optim.Adam([h], lr)
    target = y_target.reshape(1, -1)

    def forward():
        return F.conv1d(x.reshape(1, 1, -1), h, padding="same").reshape(1, -1)

    def closure():
        optimizer.zero_grad()
        loss = loss_fn(forward(), target)
        loss.backward()
        return loss

    losses = [optimizer.step(closure).item() for _ in range(epochs)]
    final = loss_fn(forward(), target)
    assert final.dim() == 0
    return h.detach().reshape(K), forward().detach().reshape(-1), losses
