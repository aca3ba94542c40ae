"""Computes the norm in logarithms."""

import torch


def lp_normalize(x, p=2.0):
    if not x.any():
        return torch.zeros_like(x)
    logs = x.abs().log()
    return torch.sign(x) * torch.exp(logs - torch.logsumexp(p * logs, 0) / p)
