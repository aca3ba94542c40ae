"""Restores the modes one by one, but all alike after an exception.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    training = model.training
    try:
        model.eval()
        with torch.no_grad():
            out = model(X)
    except Exception:
        model.train(training)
        raise
    for m, mode in modes:
        m.training = mode
    return out
