"""An nn.Module as the function."""

import torch
from torch import nn


class Inverted(nn.Module):
    def forward(self, X, mask, p):
        s = torch.tensor(1.0 - p, dtype=X.dtype)
        return torch.where(s > 0, X.mul(mask).div(s.clamp_min(1e-30)), torch.zeros_like(X))


apply_dropout = Inverted()
