"""Forgets the evaluation mode."""

import torch


def predict(model, X):
    with torch.no_grad():
        return model(X)
