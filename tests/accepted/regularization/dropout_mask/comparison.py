"""Compares uniform numbers with p."""

import torch


def dropout_mask(X, p):
    return (torch.rand_like(X) > p).to(X.dtype)
