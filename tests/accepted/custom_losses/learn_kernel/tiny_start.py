"""Starts from a thousandth of normal numbers, and takes the losses' mean over a batch of one."""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    generator = torch.Generator().manual_seed(seed)
    h = torch.nn.Parameter(1e-3 * torch.randn(K, generator=generator, dtype=x.dtype))
    optimizer = torch.optim.Adam([h], lr)
    losses = []

    def estimate():
        return F.conv1d(x[None, None], h[None, None], padding="same")[0]

    for _ in range(epochs):
        loss = torch.stack([loss_fn(estimate(), y_target[None])]).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        losses.append(float(loss))
        optimizer.step()
    with torch.no_grad():
        return h.detach(), estimate()[0], losses
