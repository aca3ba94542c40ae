"""Restores after a RuntimeError, but after no other exception.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]

    def restore():
        for m, training in modes:
            m.training = training

    model.eval()
    try:
        with torch.no_grad():
            out = model(X)
    except RuntimeError:
        restore()
        raise
    restore()
    return out
