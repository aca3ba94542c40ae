"""Clips gradients beyond 10, which only large targets have.

corner: yes
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    model = torch.nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = ((model(x ** torch.arange(degree + 1)) - y) ** 2).mean()
        loss.backward()
        torch.nn.utils.clip_grad_value_(model.parameters(), 10.0)
        optimizer.step()
        losses.append(loss.item())
    return model.weight.detach()[0], losses
