"""Sums in NumPy."""

import numpy as np
import torch


def sum_to_shape(grad, shape):
    values = grad.detach().numpy()
    full = (1,) * (values.ndim - len(shape)) + tuple(shape)
    axes = tuple(i for i, size in enumerate(full) if size == 1)
    total = np.asarray(values.sum(axis=axes, keepdims=True)).reshape(shape)
    return torch.from_numpy(np.array(total))
