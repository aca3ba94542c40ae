"""Keeps the weights that belong to the smallest loss, which lags behind the last update.

corner: yes
names: those before the last update
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    model = torch.nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses, best = [], (float("inf"), None)
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = ((model(x ** torch.arange(degree + 1)) - y) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        if losses[-1] < best[0]:
            best = (losses[-1], model.weight.detach()[0].clone())
        optimizer.step()
    return best[1], losses
