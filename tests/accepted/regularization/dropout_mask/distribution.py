"""Samples a Bernoulli distribution."""

import torch


def dropout_mask(X, p):
    coin = torch.distributions.Bernoulli(probs=torch.tensor(1.0 - p))
    return coin.sample(X.shape).to(X.dtype)
