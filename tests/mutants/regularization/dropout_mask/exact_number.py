"""Drops exactly the share p of the entries, chosen at random.

corner: yes
"""

import torch


def dropout_mask(X, p):
    order = torch.randperm(X.numel()).reshape(X.shape)
    return (order >= round(p * X.numel())).to(X.dtype)
