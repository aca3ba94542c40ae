"""Runs the model in training mode to learn the shape of the output, after the prediction.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            out = model(X)
    finally:
        for m, training in modes:
            m.training = training
    with torch.no_grad():
        assert model(X).shape == out.shape
    return out
