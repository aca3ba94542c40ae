"""Restores with `train` from the top to the bottom, so that the last word is each layer's own."""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    try:
        with torch.no_grad():
            return model.train(False)(X)
    finally:
        for m, training in modes:
            m.train(training)
