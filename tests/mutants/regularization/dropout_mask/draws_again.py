"""Draws again where nothing would be kept.

corner: yes
names: never drops both
"""

import torch


def dropout_mask(X, p):
    while True:
        m = (torch.rand_like(X) >= p).to(X.dtype)
        if p >= 1 or m.sum() > 0:
            return m
