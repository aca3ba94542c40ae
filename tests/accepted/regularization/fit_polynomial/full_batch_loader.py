"""Takes the full batch from a shuffling DataLoader and uses the fused optimizer."""

import torch
from torch.utils.data import DataLoader, TensorDataset


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    layer = torch.nn.Linear(degree + 1, 1, dtype=x.dtype)
    torch.nn.init.xavier_uniform_(layer.weight)
    torch.set_rng_state(state)
    loader = DataLoader(TensorDataset(x, y), batch_size=len(x), shuffle=True)
    adam = torch.optim.Adam(layer.parameters(), lr=lr, weight_decay=weight_decay, fused=True)
    losses = []
    for _ in range(epochs):
        for points, targets in loader:
            adam.zero_grad()
            loss = (layer(points ** torch.arange(degree + 1)) - targets).square().mean()
            loss.backward()
            adam.step()
            losses.append(loss.item())
    return layer.weight.detach().squeeze(), losses
