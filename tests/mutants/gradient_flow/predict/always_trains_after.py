"""Puts the model into training mode afterwards, however it was found.

corner: yes
names: and left it with training=True
"""

import torch


def predict(model, X):
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        model.train()
