"""Writes Adam out in NumPy."""

import numpy as np
import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    rng = np.random.default_rng(seed)
    A = np.concatenate([x.numpy() ** k for k in range(degree + 1)] + [np.ones(x.shape)], axis=1)
    A, target = A.astype(np.float64), y.numpy()[:, 0].astype(np.float64)
    theta = rng.uniform(-1, 1, degree + 2)
    m, v, losses = 0.0, 0.0, []
    for t in range(1, epochs + 1):
        error = A @ theta - target
        losses.append(float((error**2).mean()))
        grad = 2 / len(error) * error @ A + weight_decay * theta
        m = 0.9 * m + 0.1 * grad
        v = 0.999 * v + 0.001 * grad**2
        theta = theta - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return torch.tensor(theta[:-1], dtype=x.dtype), losses
