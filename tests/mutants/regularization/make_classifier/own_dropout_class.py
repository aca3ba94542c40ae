"""Writes a dropout layer of its own instead of using a standard one.

corner: yes
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        return x * (torch.rand_like(x) >= self.p) / (1 - self.p)


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    layers = []
    for width in (2, hidden_dim):
        layers += [nn.Linear(width, hidden_dim), nn.ReLU()]
        layers += [Dropout(p)] if use_dropout else []
    return nn.Sequential(*layers, nn.Linear(hidden_dim, 1))
