"""Uses AdamW with a decay of 0, which is Adam."""

import torch, numpy as np
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    rng = np.random.default_rng(seed)
    h = torch.tensor(rng.normal(0, 0.2, (1, 1, K)), dtype=x.dtype, requires_grad=True)
    opt = torch.optim.AdamW([h], lr=lr, weight_decay=0.0)
    losses = []
    with torch.enable_grad():
        while len(losses) < epochs:
            opt.zero_grad()
            y = F.conv1d(x.view(1, 1, -1), h, padding="same")
            loss = loss_fn(y.view_as(y_target), y_target)
            loss.backward()
            losses.append(float(loss.detach().cpu().numpy()))
            opt.step()
    with torch.no_grad():
        return h.view(-1).clone(), F.conv1d(x.view(1, 1, -1), h, padding="same").view(-1), losses
