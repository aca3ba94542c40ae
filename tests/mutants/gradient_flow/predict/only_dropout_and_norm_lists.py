"""Puts the direct children into evaluation mode, not what is nested in them.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    for child in model.children():
        child.training = False
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in modes:
            m.training = training
