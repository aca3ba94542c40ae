"""Is a Sequential whose forward pass adds a sigmoid that no layer shows.

corner: yes
"""

import torch
from torch import nn


class Classifier(nn.Sequential):
    def forward(self, x):
        return torch.sigmoid(super().forward(x))


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    def block(n, m):
        return [nn.Linear(n, m), nn.ReLU()] + ([nn.Dropout(p)] if use_dropout else [])

    return Classifier(
        *block(2, hidden_dim), *block(hidden_dim, hidden_dim), nn.Linear(hidden_dim, 1)
    )
