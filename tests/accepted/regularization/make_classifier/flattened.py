"""Begins with a layer that flattens what is flat already."""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    model = nn.Sequential(nn.Flatten())
    for width in (2, hidden_dim):
        model.extend(nn.Sequential(nn.Linear(width, hidden_dim), nn.ReLU()))
        model.append(nn.Dropout(p) if use_dropout else nn.Dropout(0.0))
    model.append(nn.Linear(hidden_dim, 1, bias=True))
    return model
