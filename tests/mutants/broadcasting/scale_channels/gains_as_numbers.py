"""Takes the gains out as Python numbers.

corner: yes
names: gains that are cut from the graph
"""

import torch


def scale_channels(X, gains):
    return torch.stack([X[:, c] * gains[c].item() for c in range(len(gains))], dim=1)
