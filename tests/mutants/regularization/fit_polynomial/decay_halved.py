"""Adds half of the decayed norm without its square, as if weight_decay were lam of an L2 norm.

corner: yes
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    model = torch.nn.Linear(degree + 1, 1, dtype=x.dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = ((model(x ** torch.arange(degree + 1)) - y) ** 2).mean()
        (loss + weight_decay / 2 * model.weight.norm()).backward()
        optimizer.step()
        losses.append(loss.item())
    return model.weight.detach()[0], losses
