"""Ignores use_dropout.

names: dropout although it was not asked for
"""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        nn.Dropout(p),
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        nn.Dropout(p),
        nn.Linear(hidden_dim, 1),
    )
