"""Leaves the rate at 0.5.

corner: yes
names: a fixed rate
"""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    drop = nn.Dropout() if use_dropout else nn.Identity()
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        drop,
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        drop,
        nn.Linear(hidden_dim, 1),
    )
