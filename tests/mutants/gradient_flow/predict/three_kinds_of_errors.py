"""Restores the modes after the three kinds of exceptions that came up so far.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            output = model(X)
    except (RuntimeError, ValueError, IndexError):
        for module, mode in modes:
            module.training = mode
        raise
    for module, mode in modes:
        module.training = mode
    return output
