"""Restores the modes only if nothing goes wrong.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    with torch.no_grad():
        out = model(X)
    for m, training in modes:
        m.training = training
    return out
