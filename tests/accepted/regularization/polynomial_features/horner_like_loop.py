"""Fills a table column by column."""

import torch


def polynomial_features(x, degree):
    table = x.new_ones(x.shape[0], degree + 1)
    for k in range(1, degree + 1):
        table[:, k : k + 1] = table[:, k - 1 : k] * x
    return table
