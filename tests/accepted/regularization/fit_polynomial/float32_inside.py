"""Trains in float32 and converts the weights to the dtype of x."""

import torch
import torch.nn.functional as F


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    torch.manual_seed(seed)
    features = torch.vander(x.float()[:, 0], degree + 1, increasing=True)
    layer = torch.nn.Linear(degree + 1, 1)
    torch.nn.init.normal_(layer.weight)
    adam = torch.optim.Adam(layer.parameters(), lr=lr, weight_decay=weight_decay)
    losses = [0.0] * epochs
    for epoch in range(epochs):
        loss = F.mse_loss(layer(features), y.float())
        adam.zero_grad(set_to_none=False)
        loss.backward()
        adam.step()
        losses[epoch] = loss.item()
    return layer.weight.detach().flatten().to(x.dtype), losses
