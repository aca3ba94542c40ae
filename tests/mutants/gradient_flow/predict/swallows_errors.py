"""Catches the exception and returns nothing.

corner: yes
names: instead of passing the exception on
"""

from contextlib import suppress

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    out = None
    try:
        with torch.no_grad(), suppress(Exception):
            out = model(X)
    finally:
        for m, training in modes:
            m.training = training
    return out
