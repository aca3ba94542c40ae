"""Makes a new tensor from the gains.

corner: yes
names: gains that are cut from the graph
"""

import torch


def scale_channels(X, gains):
    return X * torch.tensor(gains.tolist(), dtype=X.dtype).view(1, -1, 1)
