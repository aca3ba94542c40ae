"""Looks where a dropout layer keeps ones."""

import torch
from torch import nn


def dropout_mask(X, p):
    return nn.Dropout(p)(torch.ones_like(X)).ne(0).type_as(X)
