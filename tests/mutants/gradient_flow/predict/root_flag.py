"""Sets the flag of the root alone, which its layers never see."""

import torch


def predict(model, X):
    training = model.training
    model.training = False
    try:
        with torch.no_grad():
            return model(X)
    finally:
        model.training = training
