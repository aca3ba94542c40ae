"""Remembers the mode of the root alone and gives it to every submodule.

corner: yes
"""

import torch


def predict(model, X):
    training = model.training
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        model.train(training)
