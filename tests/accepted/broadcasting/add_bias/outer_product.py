"""Adds the outer product of ones and b."""

import torch


def add_bias(X, b):
    return X + torch.outer(torch.ones_like(X[:, 0]), b)
