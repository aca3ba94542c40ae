"""Keeps the buffers itself and calls F.batch_norm."""

import torch
import torch.nn.functional as F


def track_running_stats(batches, momentum, epochs):
    mean, var = torch.zeros(1), torch.ones(1)
    history = torch.empty(epochs, 2)
    for row in history:
        for batch in batches:
            F.batch_norm(batch, mean, var, training=True, momentum=momentum)
        row[0], row[1] = mean.item(), var.item()
    return history[:, 0], history[:, 1]
