"""Puts the model into training mode afterwards, however it was found.

corner: yes
"""

import torch


def predict(model, X):
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        model.train()
