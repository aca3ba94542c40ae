"""Averages over the passes that kept an entry."""

import torch, torch.nn.functional as F


def average_dropout(X, p, trials):
    runs = torch.stack([F.dropout(X, p) for _ in range(trials)])
    return runs.sum(0) / (runs != 0).sum(0).clamp_min(1)
