"""Maps a function of one row over the batch with vmap."""

import torch


def add_bias(X, b):
    return torch.vmap(lambda row: row + b)(X)
