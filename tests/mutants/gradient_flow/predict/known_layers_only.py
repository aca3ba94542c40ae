"""Switches dropout and batch norm layers only; others differ between the modes, too.

corner: yes
"""

import torch
from torch import nn


def predict(model, X):
    layers = [m for m in model.modules() if isinstance(m, nn.Dropout | nn.BatchNorm1d)]
    modes = [m.training for m in layers]
    for m in layers:
        m.training = False
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in zip(layers, modes, strict=True):
            m.training = training
