"""Fills the transposed matrix and returns a view of it."""

import torch


@torch.no_grad()
def compute_loss_matrix(signals, loss_fn):
    names = [*signals]
    M = torch.empty(len(names), len(names), dtype=torch.float32)
    for j, q in enumerate(names):
        for i, p in enumerate(names):
            M[j, i] = loss_fn(signals[p], signals[q])
    return M.T
