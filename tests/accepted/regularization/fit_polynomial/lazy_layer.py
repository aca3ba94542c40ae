"""A lazy layer; losses are collected in a tensor and listed at the end."""

import torch
from torch import nn


def fit_polynomial(
    x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0, *, betas=(0.9, 0.999)
):
    torch.manual_seed(seed)
    model = nn.LazyLinear(1, dtype=x.dtype)
    P = polynomial_features(x, degree)
    model(P)
    opt = torch.optim.Adam(model.parameters(), lr=lr, betas=betas, weight_decay=weight_decay)
    losses = torch.zeros(epochs, dtype=torch.float64)
    for e in range(epochs):
        opt.zero_grad()
        loss = nn.functional.mse_loss(model(P), y)
        losses[e] = loss.detach()
        loss.backward()
        opt.step()
    return model.weight.detach()[0], losses.tolist()
