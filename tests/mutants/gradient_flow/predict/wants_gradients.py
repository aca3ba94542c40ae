"""Returns an output that requires gradients again.

corner: yes
names: has a gradient history
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            out = model(X)
    finally:
        for m, training in modes:
            m.training = training
    return out.requires_grad_(X.requires_grad)
