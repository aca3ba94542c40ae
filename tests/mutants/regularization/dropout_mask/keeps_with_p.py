"""Takes p as the probability of keeping an entry.

names: p is the probability that an entry is dropped
"""

import torch


def dropout_mask(X, p):
    return torch.bernoulli(torch.full_like(X, p))
