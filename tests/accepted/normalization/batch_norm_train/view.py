"""Reads the batch with `view`, which tensors that lie in order allow."""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    rows = x.view(-1).split(x.shape[1])
    mean = sum(rows) / len(rows)
    var = sum((row - mean) ** 2 for row in rows) / len(rows)
    return torch.stack([gamma * (row - mean) / (var + eps).sqrt() + beta for row in rows])
