"""Switches gradients of the input off.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    X.requires_grad_(False)
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in modes:
            m.training = training
