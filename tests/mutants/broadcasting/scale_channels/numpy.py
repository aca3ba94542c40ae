"""Goes through NumPy.

names: cut off from its inputs
"""

import torch


def scale_channels(X, gains):
    return torch.from_numpy(X.detach().numpy() * gains.detach().numpy()[None, :, None])
