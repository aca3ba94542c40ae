"""Has its own parameters with a large normal start from a generator, and does not decay the bias."""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    generator = torch.Generator().manual_seed(seed)
    w = (2 * torch.randn(degree + 1, 1, generator=generator, dtype=x.dtype)).requires_grad_()
    b = torch.randn(1, generator=generator, dtype=x.dtype).requires_grad_()
    optimizer = torch.optim.Adam(
        [{"params": [w], "weight_decay": weight_decay}, {"params": [b]}], lr=lr
    )
    features = torch.cat([x**k for k in range(degree + 1)], dim=1)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = torch.mean((features @ w + b - y) ** 2)
        losses.append(float(loss.detach()))
        loss.backward()
        optimizer.step()
    return w.detach().flatten(), losses
