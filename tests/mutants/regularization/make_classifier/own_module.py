"""Is a module of its own instead of a Sequential.

names: should return an nn.Sequential
"""

from torch import nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self, use_dropout, p, h):
        super().__init__()
        self.a, self.b, self.c = nn.Linear(2, h), nn.Linear(h, h), nn.Linear(h, 1)
        self.p = p if use_dropout else 0.0

    def forward(self, x):
        x = F.dropout(self.a(x).relu(), self.p, self.training)
        x = F.dropout(self.b(x).relu(), self.p, self.training)
        return self.c(x)


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    return Net(use_dropout, p, hidden_dim)
