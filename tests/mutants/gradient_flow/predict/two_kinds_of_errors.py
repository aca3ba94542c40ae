"""Modes are restored after two kinds of exceptions, but not after others.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            output = model(X)
    except (RuntimeError, IndexError):
        for module, training in modes:
            module.training = training
        raise
    for module, training in modes:
        module.training = training
    return output
