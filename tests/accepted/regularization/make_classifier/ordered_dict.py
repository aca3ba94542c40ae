"""Named layers from an OrderedDict."""

from collections import OrderedDict
from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    d = OrderedDict(input=nn.Linear(2, hidden_dim), act1=nn.ReLU())
    if use_dropout:
        d["drop1"] = nn.Dropout(p=p)
    d.update(hidden=nn.Linear(hidden_dim, hidden_dim), act2=nn.ReLU())
    if use_dropout:
        d["drop2"] = nn.Dropout(p=p)
    d["output"] = nn.Linear(hidden_dim, 1)
    return nn.Sequential(d)
