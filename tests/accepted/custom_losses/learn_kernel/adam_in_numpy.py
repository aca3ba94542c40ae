"""Runs Adam in NumPy around the gradients of torch."""

import torch, numpy as np
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    rng = np.random.RandomState(seed)
    h = rng.randn(K) / K
    m = 0 * h
    v = 0 * h
    losses = []

    def run(values, grad=True):
        k = torch.tensor(values, dtype=x.dtype, requires_grad=grad)
        return k, F.conv1d(x.view(1, 1, -1), k.view(1, 1, -1), padding="same").view(-1)

    for t in range(1, epochs + 1):
        k, y = run(h)
        l = loss_fn(y, y_target)
        l.backward()
        losses.append(l.item())
        g = k.grad.numpy().astype(float)
        m += (g - m) * 0.1
        v += (g * g - v) * 0.001
        h = h - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    k, y = run(h, False)
    return k, y, losses
