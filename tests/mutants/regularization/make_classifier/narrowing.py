"""Halves the width of the second hidden layer.

corner: yes
"""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    rate = p if use_dropout else 0.0
    half = max(hidden_dim // 2, 1)
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        nn.Dropout(rate),
        nn.Linear(hidden_dim, half),
        nn.ReLU(),
        nn.Dropout(rate),
        nn.Linear(half, 1),
    )
