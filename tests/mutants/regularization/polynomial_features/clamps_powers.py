"""The powers are clamped to [-100, 100] against overflow.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    cols = [torch.ones_like(x)]
    for _ in range(degree):
        cols.append((cols[-1] * x).clamp(-100, 100))
    return torch.cat(cols, 1)
