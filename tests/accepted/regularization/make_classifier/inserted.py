"""Inserts dropout afterwards, takes a further argument, returns the model in evaluation mode."""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64, in_dim=2):
    dims = [in_dim, hidden_dim, hidden_dim]
    layers = [layer for i, o in zip(dims, dims[1:]) for layer in (nn.Linear(i, o), nn.ReLU())] + [
        nn.Linear(hidden_dim, 1)
    ]
    if use_dropout:
        for k in (4, 2):
            layers.insert(k, nn.Dropout(p))
    return nn.Sequential(*layers).eval()
