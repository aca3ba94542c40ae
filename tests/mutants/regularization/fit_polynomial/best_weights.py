"""Returns the weights with the smallest error so far instead of those after the last update.

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
    losses, smallest, best = [], float("inf"), None
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = F.mse_loss(model(features), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        error = F.mse_loss(model(features), y).item()
        if error < smallest:
            smallest, best = error, model.weight.detach()[0].clone()
    return best, losses
