"""Takes epochs before weight_decay.

corner: yes
"""

import torch
from torch import nn


def fit_polynomial(x, y, degree, epochs=500, weight_decay=0.0, lr=0.1, seed=0):
    torch.manual_seed(seed)
    P = polynomial_features(x, degree)
    model = nn.Linear(degree + 1, 1).to(x.dtype)
    opt = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(int(epochs)):
        opt.zero_grad()
        loss = nn.functional.mse_loss(model(P), y)
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return model.weight.detach().flatten(), losses
