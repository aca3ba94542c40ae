"""Restores from the bottom to the top with `train`, which overwrites the layers below.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for m, training in reversed(modes):
            m.train(training)
