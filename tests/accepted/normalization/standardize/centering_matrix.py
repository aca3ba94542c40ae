"""Multiplies by the centering matrix."""

import torch


def standardize(X, eps=1e-6):
    n = X.shape[0]
    C = torch.eye(n, dtype=X.dtype) - torch.full((n, n), 1 / n, dtype=X.dtype)
    Z = C @ X
    return Z * (1 / (torch.linalg.vector_norm(Z, dim=0) / (n - 1) ** 0.5 + eps))
