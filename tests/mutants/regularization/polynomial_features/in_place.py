"""Multiplies a variable that is the caller's x.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    original, power = x.clone(), x
    columns = [torch.ones_like(x)]
    for _ in range(degree):
        columns.append(power.clone())
        power *= original
    return torch.cat(columns, dim=1)
