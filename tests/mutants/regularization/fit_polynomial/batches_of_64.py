"""Learns from batches of 64 points, one step each, and records the mean over an epoch.

corner: yes
"""

import torch
from torch import nn


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    P = polynomial_features(x, degree)
    model = nn.Linear(degree + 1, 1).to(x.dtype)
    opt = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        total = 0.0
        for start in range(0, len(x), 64):
            part, targets = P[start : start + 64], y[start : start + 64]
            opt.zero_grad()
            loss = nn.functional.mse_loss(model(part), targets)
            loss.backward()
            opt.step()
            total += loss.item() * len(part)
        losses.append(total / len(x))
    return model.weight.detach().flatten(), losses
