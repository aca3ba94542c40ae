"""Switches everything inside the model but not the model itself, which may be a layer.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for name, m in model.named_modules() if name]
    for m, _ in modes:
        m.training = False
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in modes:
            m.training = training
