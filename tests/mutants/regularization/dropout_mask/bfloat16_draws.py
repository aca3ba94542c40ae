"""Draws in bfloat16, of which one in several hundred is exactly 0.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.rand(X.shape, dtype=torch.bfloat16) >= p).to(X.dtype)
