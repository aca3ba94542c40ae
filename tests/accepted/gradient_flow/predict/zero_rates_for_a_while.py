"""Sets the rates of dropout layers to zero, and back, on top of evaluation mode."""

import torch
from torch import nn


def predict(model, X):
    modes = [(module, module.training) for module in model.modules()]
    rates = [(m, m.p) for m in model.modules() if isinstance(m, nn.Dropout)]
    try:
        for module in model.modules():
            module.training = False
        for module, _ in rates:
            module.p = 0.0
        with torch.no_grad():
            return model(X)
    finally:
        for module, mode in modes:
            module.training = mode
        for module, rate in rates:
            module.p = float(rate)
