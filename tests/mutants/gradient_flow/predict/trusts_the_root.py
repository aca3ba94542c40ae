"""Takes a root in evaluation mode as a sign that all layers are.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    try:
        if model.training:
            model.eval()
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in modes:
            m.training = training
