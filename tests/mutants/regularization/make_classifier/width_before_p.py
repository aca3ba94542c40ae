"""Takes hidden_dim before p.

corner: yes
"""

from torch import nn


def make_classifier(use_dropout, hidden_dim=64, p=0.5):
    d = [nn.Dropout(p)] if use_dropout else []
    return nn.Sequential(
        nn.Linear(2, hidden_dim),
        nn.ReLU(),
        *d,
        nn.Linear(hidden_dim, hidden_dim),
        nn.ReLU(),
        *d,
        nn.Linear(hidden_dim, 1),
    )
