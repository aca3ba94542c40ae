"""Registers one callback per module that puts its flag back."""

from contextlib import ExitStack

import torch


def predict(model, X):
    with ExitStack() as stack:
        for m in model.modules():
            stack.callback(setattr, m, "training", m.training)
            m.training = False
        stack.enter_context(torch.no_grad())
        return model.forward(X)
