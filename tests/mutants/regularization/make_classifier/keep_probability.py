"""Gives the layers 1 - p, as if they wanted the probability of keeping.

corner: yes
names: 1 - p as the rate
"""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    drop = nn.Dropout(1 - p) if use_dropout else nn.Identity()
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        drop,
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        drop,
        nn.Linear(hidden_dim, 1),
    )
