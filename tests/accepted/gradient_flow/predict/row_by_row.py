"""Predicts one row at a time, which evaluation mode allows."""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return torch.cat([model(X[i : i + 1]) for i in range(len(X))])
    finally:
        for m, training in modes:
            m.training = training
