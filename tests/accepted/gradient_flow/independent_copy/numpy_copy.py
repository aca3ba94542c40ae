"""Goes through a copied NumPy array."""

import numpy as np
import torch


def independent_copy(t):
    return torch.from_numpy(np.array(t.detach().numpy(), copy=True))
