"""A fused optimizer on a single vector with the bias at its end."""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    g = torch.Generator()
    g.manual_seed(seed)
    W = (3 * torch.randn(degree + 2, generator=g)).to(x.dtype).requires_grad_()
    P = torch.cat([polynomial_features(x, degree), torch.ones_like(x)], 1)
    opt = torch.optim.Adam([W], lr=lr, weight_decay=weight_decay, fused=True)
    losses = []
    for _ in range(epochs):
        loss = ((P @ W - y.flatten()) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.detach().numpy().item())
    return [W.detach()[:-1], losses]
