"""Restores the layers at the bottom, and forgets the containers above them.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules() if not list(m.children())]
    root = model.training
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        model.training = root
        for m, training in modes:
            m.training = training
