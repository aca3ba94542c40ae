"""Makes its random numbers through a view of X, which raises where X is not contiguous.

corner: yes
"""

import torch


def dropout_mask(X, p):
    flat = X.detach().view(-1)
    return (torch.rand_like(flat, dtype=torch.float64) >= p).to(X.dtype).view(X.shape)
