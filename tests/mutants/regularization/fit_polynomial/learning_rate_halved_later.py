"""Halves the learning rate after every hundred epochs.

corner: yes
"""

import torch
import torch.nn.functional as F
from torch import nn


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    features = polynomial_features(x, degree)
    model = nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=100, gamma=0.5)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = F.mse_loss(model(features), y)
        loss.backward()
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    return model.weight.detach()[0], losses
