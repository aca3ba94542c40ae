"""Its own module, and an optimizer that is given a closure."""

import torch
from torch import nn


class _Poly(nn.Module):
    def __init__(self, degree, dtype):
        super().__init__()
        self.degree = degree
        self.lin = nn.Linear(degree + 1, 1, dtype=dtype)

    def forward(self, x):
        return self.lin(torch.cat([x**k for k in range(self.degree + 1)], 1))


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = _Poly(degree, x.dtype)
    opt = torch.optim.Adam(model.parameters(), lr, weight_decay=weight_decay)

    def closure():
        opt.zero_grad()
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        return loss

    losses = [float(opt.step(closure)) for _ in range(epochs)]
    return model.lin.weight.data.squeeze(0).clone(), losses
