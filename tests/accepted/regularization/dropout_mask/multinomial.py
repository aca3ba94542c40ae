"""Draws from two categories."""

import torch


def dropout_mask(X, p):
    return (
        torch.multinomial(torch.tensor([p, 1.0 - p]), X.numel(), replacement=True)
        .view(X.shape)
        .to(X.dtype)
    )
