"""Identities where nothing is dropped, also at both ends."""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    drop = (lambda: nn.Dropout(p)) if use_dropout else nn.Identity
    return nn.Sequential(
        nn.Identity(),
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        drop(),
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        drop(),
        nn.Linear(hidden_dim, 1),
        nn.Identity(),
    )
