"""Averages training-mode passes of a copy, which only comes close to evaluation mode."""

import copy

import torch


def predict(model, X):
    twin = copy.deepcopy(model)
    with torch.no_grad():
        return torch.stack([twin(X) for _ in range(50)]).mean(dim=0)
