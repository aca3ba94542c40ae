"""Compares lists of name parts and counts with math.prod over shapes."""

import math


def freeze(model, prefix):
    parts = prefix.split(".")
    trainable = 0
    for name, p in model.named_parameters():
        if name.split(".")[: len(parts)] == parts:
            p.requires_grad = False
        trainable += math.prod(p.shape) * p.requires_grad
    return trainable
