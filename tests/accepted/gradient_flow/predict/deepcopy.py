"""Predicts with a deep copy and never touches the model."""

import copy


def predict(model, X):
    return copy.deepcopy(model).eval()(X).detach()
