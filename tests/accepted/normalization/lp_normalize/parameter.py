"""Returns an nn.Parameter."""

import torch


def lp_normalize(x, p=2.0):
    return torch.nn.Parameter((x / x.norm(p=p)).nan_to_num(0.0).detach())
