"""Raises an exception of its own instead of the one that came.

corner: yes
names: did not pass it on, but raised
"""

import torch


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return model(X)
    except Exception as error:
        raise ValueError("the model cannot take this input") from error
    finally:
        for m, training in modes:
            m.training = training
