"""Always has dropout layers, with rate 0 when dropout is not asked for."""

from collections import OrderedDict

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    rate = p if use_dropout else 0
    return nn.Sequential(
        OrderedDict(
            first=nn.Linear(2, hidden_dim),
            relu1=nn.ReLU(inplace=True),
            drop1=nn.Dropout(rate),
            second=nn.Linear(hidden_dim, hidden_dim),
            relu2=nn.ReLU(inplace=True),
            drop2=nn.Dropout(rate),
            output=nn.Linear(hidden_dim, 1),
        )
    )
