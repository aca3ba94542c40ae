"""Adds the penalty to what it minimizes, but not to what it notes."""

import torch
from torch import nn


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(degree + 1, 1)).to(x.dtype)
    optimizer = torch.optim.Adam(net.parameters(), lr)
    losses = []
    for _ in range(epochs):
        error = nn.MSELoss()(net(x ** torch.arange(degree + 1)), y)
        penalty = sum((w**2).sum() for w in net.parameters()) * weight_decay / 2
        optimizer.zero_grad()
        (error + penalty).backward()
        optimizer.step()
        losses.append(error.detach().item())
    return net[0].weight.data.view(-1), losses
