"""Scales chunks of 128 examples.

corner: yes
names: a loop over the batch
"""

import torch


def scale_channels(X, gains):
    return torch.cat([p * gains[:, None] for p in X.split(128)])
