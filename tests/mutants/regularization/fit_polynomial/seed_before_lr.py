"""Takes the seed before the learning rate.

corner: yes
names: in this order
"""

import torch
from torch import nn


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, seed=0, lr=0.1):
    torch.manual_seed(int(1000 * seed))
    P = polynomial_features(x, degree)
    model = nn.Linear(degree + 1, 1).to(x.dtype)
    opt = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        opt.zero_grad()
        loss = nn.functional.mse_loss(model(P), y)
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return model.weight.detach().flatten(), losses
