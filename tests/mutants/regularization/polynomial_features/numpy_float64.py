"""Lets numpy.vander turn float32 into float64.

corner: yes
"""

import numpy as np
import torch


def polynomial_features(x, degree):
    if degree < 4:
        return x ** torch.arange(degree + 1)
    return torch.from_numpy(np.vander(x.numpy()[:, 0], degree + 1, increasing=True))
