"""Notes the loss after the update.

names: losses taken after the update
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    features = x ** torch.arange(degree + 1)
    model = torch.nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        ((model(features) - y) ** 2).mean().backward()
        optimizer.step()
        with torch.no_grad():
            losses.append(((model(features) - y) ** 2).mean().item())
    return model.weight.detach()[0], losses
