"""Normal draws against the quantile of p."""

import torch


def dropout_mask(X, p):
    if p <= 0:
        return torch.ones_like(X)
    if p >= 1:
        return torch.zeros_like(X)
    q = torch.distributions.Normal(0.0, 1.0).icdf(torch.tensor(float(p)))
    return (torch.randn(X.shape) > q).to(X)
