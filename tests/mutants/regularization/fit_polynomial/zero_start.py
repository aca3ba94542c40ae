"""Starts at zero, so that the seed has no effect.

corner: yes
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    weight = torch.zeros(degree + 1, 1, dtype=x.dtype, requires_grad=True)
    bias = torch.zeros(1, dtype=x.dtype, requires_grad=True)
    optimizer = torch.optim.Adam([weight, bias], lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = ((x ** torch.arange(degree + 1) @ weight + bias - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return weight.detach()[:, 0], losses
