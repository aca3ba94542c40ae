"""Remembers one mode per class of layers.

corner: yes
"""

import torch


def predict(model, X):
    modes = {type(m): m.training for m in model.modules()}
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m in model.modules():
            m.training = modes[type(m)]
