"""Wraps the kernel in a module of its own and trains in float32 before it converts back."""

import torch
from torch import nn


class Filter(nn.Module):
    def __init__(self, K):
        super().__init__()
        self.h = nn.Parameter(torch.empty(1, 1, K))
        nn.init.xavier_normal_(self.h)

    def forward(self, x):
        return nn.functional.conv1d(x, self.h, padding="same")


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = Filter(K)
    signal, target = x.clone().float()[None, None], y_target.clone()[None, None]
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(model(signal).to(target.dtype), target)
        losses.append(loss.detach().numpy().item())
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return model.h.clone().to(x.dtype).view(K), model(signal).to(x.dtype).view(-1), losses
