"""Takes gradients with autograd.grad and keeps weights and bias in one tensor."""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    start = torch.rand(degree + 2, generator=torch.Generator().manual_seed(seed))
    theta = torch.nn.Parameter(start.to(x.dtype) - 0.5)
    powers = torch.cat([x.pow(k) for k in range(degree + 1)] + [torch.ones_like(x)], dim=1)
    adam = torch.optim.Adam([theta], lr=lr, weight_decay=weight_decay)
    losses = []
    for _ in range(epochs):
        error = torch.einsum("nk,k->n", powers, theta) - y.squeeze(1)
        loss = error.dot(error) / len(error)
        (theta.grad,) = torch.autograd.grad(loss, theta)
        adam.step()
        losses += [loss.tolist()]
    return theta.detach()[:-1].clone(), losses
