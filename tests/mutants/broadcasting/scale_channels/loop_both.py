"""Loops over batch and channels.

names: a loop over the batch
"""

import torch


def scale_channels(X, gains):
    out = torch.empty_like(X)
    for b in range(X.shape[0]):
        for c in range(X.shape[1]):
            out[b, c] = X[b, c] * gains[c]
    return out
