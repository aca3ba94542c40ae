"""Uses the same activation and the same dropout layer twice."""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    relu, drop = nn.ReLU(), nn.Dropout(p)
    model = nn.Sequential()
    for i, width in enumerate([2, hidden_dim]):
        model.add_module(f"linear{i}", nn.Linear(width, hidden_dim))
        model.add_module(f"relu{i}", relu)
        if use_dropout:
            model.add_module(f"drop{i}", drop)
    model.append(nn.Linear(hidden_dim, 1))
    return model
