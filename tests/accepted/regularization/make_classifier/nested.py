"""Builds blocks in nested Sequentials, with Identity in place of dropout."""

from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    def block(width):
        drop = nn.Dropout(p) if use_dropout else nn.Identity()
        return nn.Sequential(nn.Linear(width, hidden_dim), nn.Sequential(nn.ReLU(), drop))

    body = nn.Sequential(block(2), block(hidden_dim))
    return nn.Sequential(body, nn.Linear(hidden_dim, 1))
