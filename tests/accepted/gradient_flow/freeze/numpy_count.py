"""Counts with NumPy, as an old and much copied answer does: the result is a NumPy integer."""

import numpy as np


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if f"{name}.".startswith(f"{prefix}."):
            p.requires_grad_(False)
    trainable = filter(lambda p: p.requires_grad, model.parameters())
    return sum([np.prod(p.size()) for p in trainable])
