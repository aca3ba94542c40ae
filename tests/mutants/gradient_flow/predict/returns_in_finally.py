"""Returns from the finally block, which swallows the exception.

corner: yes
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    out = None
    try:
        with torch.no_grad():
            out = model(X)
    finally:
        for m, training in modes:
            m.training = training
        return out  # noqa: B012
