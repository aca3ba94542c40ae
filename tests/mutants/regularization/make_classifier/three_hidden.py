"""Has three hidden layers.

names: three hidden layers
"""

import torch
from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    drop = [nn.Dropout(p)] if use_dropout else []
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        *drop,
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        *drop,
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        *drop,
        nn.Linear(hidden_dim, 1),
    )
