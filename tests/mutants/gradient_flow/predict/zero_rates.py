"""Sets the rates of dropout layers to zero for good.

corner: yes
names: changed a setting of a layer
"""

import torch
from torch import nn


def predict(model, X):
    modes = [(module, module.training) for module in model.modules()]
    try:
        for module in model.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
            module.training = False
        with torch.no_grad():
            return model(X)
    finally:
        for module, mode in modes:
            module.training = mode
