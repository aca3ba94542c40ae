"""Fills a tensor of zeros that is float32 whatever X is.

corner: yes
"""

import torch


def scale_channels(X, gains):
    out = torch.zeros(X.shape)
    for c in range(X.shape[1]):
        out[:, c] = X[:, c] * gains[c]
    return out
