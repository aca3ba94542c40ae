"""Makes random numbers in the form of X with 0 * X, which is NaN for infinite values.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return ((torch.rand(X.shape) + 0 * X) >= p).to(X.dtype)
