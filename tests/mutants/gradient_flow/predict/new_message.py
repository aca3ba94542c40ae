"""Raises a new exception of the same type, and the message of the first is lost.

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
    except (RuntimeError, IndexError) as error:
        raise type(error)("prediction failed") from None
    finally:
        for m, training in modes:
            m.training = training
