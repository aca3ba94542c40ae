"""Casts the input to float32, which a float64 model refuses.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(X.float())
    finally:
        for m, training in modes:
            m.training = training
