"""Sets the gradients of the model to None.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    model.zero_grad()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in modes:
            m.training = training
