"""The result is of a subclass of torch.Tensor."""

import torch


class Batch(torch.Tensor):
    pass


def add_bias(X, b):
    return (X + b).as_subclass(Batch)
