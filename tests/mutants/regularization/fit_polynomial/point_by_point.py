"""Updates after every single point.

corner: yes
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    features = x ** torch.arange(degree + 1)
    model = torch.nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        losses.append(((model(features) - y) ** 2).mean().item())
        for row, target in zip(features, y, strict=True):
            optimizer.zero_grad()
            ((model(row) - target) ** 2).mean().backward()
            optimizer.step()
    return model.weight.detach()[0], losses
