"""Compares every signal with the first one only."""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    return torch.stack([loss_fn(values[0], value) for value in values]).detach()
