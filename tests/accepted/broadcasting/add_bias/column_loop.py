"""Loops over the D columns, whose number does not depend on B."""

import torch


def add_bias(X, b):
    return torch.stack([X[:, j] + b[j] for j in range(b.shape[0])], dim=1)
