"""Compares normal numbers with a quantile and forgets that p = 0 and p = 1 have none.

corner: yes
"""

import torch


def dropout_mask(X, p):
    p = min(max(p, 0.01), 0.99)
    threshold = torch.distributions.Normal(0.0, 1.0).icdf(torch.tensor(p))
    return (torch.randn(X.shape) >= threshold).to(X.dtype)
