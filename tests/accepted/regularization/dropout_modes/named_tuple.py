"""A named tuple from torch.dropout."""

from collections import namedtuple
import torch

Modes = namedtuple("Modes", "train eval")


def dropout_modes(X, p):
    with torch.no_grad():
        return Modes(torch.dropout(X, p, True), torch.dropout(X, p, False))
