"""Leaves out points that occur twice.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    rows = list(dict.fromkeys(x[:, 0].tolist()))
    v = torch.tensor(rows, dtype=x.dtype)[:, None]
    return torch.cat([v**k for k in range(degree + 1)], dim=1)
