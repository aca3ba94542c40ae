"""Always returns a float32 mask.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.rand(X.shape) >= p).float()
