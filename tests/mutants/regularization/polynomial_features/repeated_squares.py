"""Squares the last column to get the next one."""

import torch


def polynomial_features(x, degree):
    cols = [torch.ones_like(x), x]
    while len(cols) <= degree:
        cols.append(cols[-1] ** 2)
    return torch.cat(cols[: degree + 1], dim=1)
