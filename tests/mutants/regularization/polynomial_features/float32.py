"""Fills a float32 table.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    table = torch.ones(len(x), degree + 1)
    for k in range(1, degree + 1):
        table[:, k] = table[:, k - 1] * x[:, 0]
    return table
