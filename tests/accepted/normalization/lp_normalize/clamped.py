"""Keeps the norm away from zero by a tiny bound."""

import torch


def lp_normalize(x, p=2.0):
    return x / torch.norm(x, p=p).clamp(min=1e-12)
