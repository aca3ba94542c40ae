"""Returns nested lists instead of a tensor."""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(X).tolist()
    finally:
        for m, training in modes:
            m.training = training
