"""Restores the root and its direct children with everything inside them.

corner: yes
"""

import torch


def predict(model, X):
    training = model.training
    modes = [(child, child.training) for child in model.children()]
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        model.training = training
        for child, mode in modes:
            child.train(mode)
