"""One activation block used twice."""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    act = nn.Sequential(nn.ReLU(), nn.Dropout(p)) if use_dropout else nn.ReLU()
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        act,
        nn.Linear(hidden_dim, hidden_dim),
        act,
        nn.Linear(hidden_dim, 1),
    ).train()
