"""Lets the layers find their widths with a first batch."""

import torch
from torch import nn


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    layers = []
    for _ in range(2):
        layers.extend([nn.LazyLinear(hidden_dim), nn.ReLU()])
        layers.extend([nn.Dropout(p)] if use_dropout else [])
    model = nn.Sequential(*layers, nn.LazyLinear(1))
    model(torch.zeros(2, 2))
    return model
