"""Has one hidden layer.

names: one hidden layer instead of two
"""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    rate = p if use_dropout else 0.0
    return nn.Sequential(
        nn.Linear(2, hidden_dim), nn.ReLU(), nn.Dropout(rate), nn.Linear(hidden_dim, 1)
    )
