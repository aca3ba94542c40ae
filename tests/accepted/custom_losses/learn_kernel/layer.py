"""Trains an nn.Conv1d layer with its own initialization."""

import torch
from torch import nn


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    torch.manual_seed(seed)
    conv = nn.Conv1d(1, 1, K, padding="same", bias=False).to(x.dtype)
    opt = torch.optim.Adam(conv.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        loss = loss_fn(conv(x[None, None]).squeeze(), y_target)
        opt.zero_grad(set_to_none=False)
        loss.backward()
        opt.step()
        losses += [float(loss)]
    with torch.no_grad():
        y_est = conv(x[None, None])[0, 0]
    return conv.weight.data.flatten(), y_est, losses
