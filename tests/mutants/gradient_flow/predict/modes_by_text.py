"""Remembers the modes by the text of a layer, which equal layers share.

corner: yes
"""

import torch


def predict(model, X):
    modes = {repr(module): module.training for module in model.modules()}
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    finally:
        for module in model.modules():
            module.training = modes[repr(module)]
