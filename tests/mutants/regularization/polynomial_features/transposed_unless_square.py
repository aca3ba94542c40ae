"""Turns the table round only where its shape shows that it has to be.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    table = torch.stack([x[:, 0] ** k for k in range(degree + 1)])
    return table if table.shape[0] == len(x) else table.T
